import { render } from 'preact';
import '../../components/dashboard/dashboard.css';
import { Dashboard } from './dashboard.tsx';

const root = document.getElementById('app');
if (root !== null) {
  render(<Dashboard />, root);
}

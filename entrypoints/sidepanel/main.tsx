import { render } from 'preact';
import '../../components/desk/desk.css';
import { Desk } from './desk.tsx';

const root = document.getElementById('app');
if (root !== null) {
  render(<Desk />, root);
}

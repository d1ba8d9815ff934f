import { render } from 'preact';
import '../../components/desk/popout.css';
import { Popout } from './popout.tsx';

const root = document.getElementById('app');
if (root !== null) {
  render(<Popout />, root);
}

import { render } from 'preact';
import '../../components/popup/popup.css';
import { Popup } from './popup.tsx';

const root = document.getElementById('app');
if (root !== null) {
  render(<Popup />, root);
}

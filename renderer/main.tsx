import { createRoot } from 'react-dom/client';
import { call } from './bridge.ts';

const root = document.getElementById('root');
if (root) createRoot(root).render(<main>借据</main>);
void call('app.info', {});

import './quiet-zod.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startJobs } from './state/jobs.ts';
import { startSession } from './state/session.ts';
import './theme/app.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
startJobs();
startSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

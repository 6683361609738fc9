import '@mantine/core/styles.css';
import './theme/global.css';
import './theme/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './client/connect.ts';
import { applyFirst } from './theme/applyFirst.ts';
import { preparePrinting } from './theme/printing.ts';

applyFirst();
preparePrinting();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <App connecting={connect()} />
  </StrictMode>,
);

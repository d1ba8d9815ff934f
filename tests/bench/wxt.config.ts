import { defineConfig } from 'wxt';
import product from '../../wxt.config.ts';

/** The product as it is shipped, in a folder of the benchmark's own: `.output` may be in use by tests. */
export default defineConfig({ ...product, outDir: 'test-results/bench' });

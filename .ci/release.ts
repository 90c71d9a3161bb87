import { join } from 'node:path';
import { writeRelease } from './writeRelease.ts';

writeRelease(join(import.meta.dirname, '../dist'), process.env['npm_package_version'] ?? 'dev');

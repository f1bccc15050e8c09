#!/usr/bin/env node
// A file of its own, since npm links it before anything is built.
import '../dist/main.js';

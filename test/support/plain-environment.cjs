// Jest's environment for Node.js, with an ordinary global object: Jest's own asks a proxy each time that code names
// `Object`, `String` or `Math`, which takes longer than much of what the tests do. It also lets tests load large packages
// once for a worker, instead of once for each file.

const v8 = require('node:v8');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

// A realm lives for a moment only: code that is optimized in it soon is seldom worth it. Where V8 has no such flag, it says so.
v8.setFlagsFromString('--interrupt-budget=500000');

const { createContext } = vm;
/** Node.js has it since 20.18. */
const ORDINARY = vm.constants?.DONT_CONTEXTIFY;

module.exports = class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (ORDINARY) vm.createContext = () => createContext(ORDINARY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    this.global.loadOnce = require;
  }
};

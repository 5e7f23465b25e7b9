// Jest's environment for Node.js, with an ordinary global object: Jest's own asks a proxy each time that code names
// `Object`, `String` or `Math`, which takes longer than much of what the tests do. It also lets tests load large packages
// once for a worker, instead of once for each file.

const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

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

// why: no implements
// part: 2a
// status: error
// says: class LeastQuorum does not implement QuorumSize.

class LeastQuorum {}

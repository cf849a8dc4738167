// why: an empty cell
// part: 2a
// status: error
// says: cell t2a-stub compiles but holds no class LeastQuorum; it has no class at all. Call your class LeastQuorum,
//     as in the starter.



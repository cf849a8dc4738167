// why: states that fill the memory of the simulator
// part: 1c
// status: fail
// says: …

class AsyncReplica implements Node {
    public void start(Env env) {
        env.role(Role.PRIMARY, 1);
        env.timer(0, env.interval());
        env.persist(new State(1, Collections.nCopies(150_000, "entry")));
    }

    public void timer(Env env, int id) {
        env.timer(0, env.interval());
        env.persist(new State(1, Collections.nCopies(150_000, "entry")));
    }

    public void message(Env env, int from, Message message) {}

    public void closed(Env env, int from) {}

    public void append(Env env, long request, String entry) {}

    public void read(Env env, long request) {}

    public void stop(Env env) {}
}

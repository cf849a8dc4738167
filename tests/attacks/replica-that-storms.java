// why: more messages than the simulator can keep
// part: 1c
// status: fail
// says: …

class AsyncReplica implements Node {
    public void start(Env env) {
        env.role(Role.PRIMARY, 1);
        env.timer(0, env.interval());

    }

    public void timer(Env env, int id) {
        for (int i = 0; i < 9_000; i++) {
            env.send(env.peer(), new Message(Message.Kind.HEARTBEAT, 1, i));
        }
        env.timer(0, env.interval());
    }

    public void message(Env env, int from, Message message) {}

    public void closed(Env env, int from) {}

    public void append(Env env, long request, String entry) {}

    public void read(Env env, long request) {}

    public void stop(Env env) {}
}

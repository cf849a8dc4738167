import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.JChannel;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** One member of a JGroups cluster: says when it installs a view, and leaves in order on SIGTERM. */
public final class JGroupsMember {
    private JGroupsMember() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int id = Integer.parseInt(arguments[1]);
        long interval = Long.parseLong(arguments[2]);
        long timeout = Long.parseLong(arguments[3]);
        InetAddress host = InetAddress.getByName("127.0.0.1");
        List<Protocol> stack = new ArrayList<>();
        stack.add(new TCP().setBindAddress(host).setBindPort(port + 10 * id));
        stack.add(new TCPPING()
                .initialHosts(List.of(new InetSocketAddress(host, port), new InetSocketAddress(host, port + 10))));
        stack.add(new MERGE3());
        stack.add(new FD_SOCK2());
        stack.add(new FD_ALL3().setInterval(interval).setTimeout(timeout));
        if (arguments[4].equals("VERIFY_SUSPECT2")) {
            stack.add(new VERIFY_SUSPECT2());
        }
        stack.add(new NAKACK2());
        stack.add(new UNICAST3());
        stack.add(new STABLE());
        stack.add(new GMS().setJoinTimeout(id == 0 ? 100 : 2_000));
        JChannel channel = new JChannel(stack);
        channel.setReceiver(new Receiver() {
            @Override
            public void viewAccepted(View view) {
                System.out.println("VIEW " + System.nanoTime() + " " + view.size());
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(channel::close));
        channel.connect("bench");
        Thread.currentThread().join();
    }
}

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

/** One member of a JGroups cluster: joins when it is told to, says when it installs a view, and leaves in order on
 * SIGTERM. */
public final class JGroupsMember {
    private JGroupsMember() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        long interval = Long.parseLong(arguments[1]);
        long timeout = Long.parseLong(arguments[2]);
        // All classes are loaded before it is told to join, and where it is to listen.
        stack(port, 0, interval, timeout, arguments[3]);
        System.out.println("READY");
        int place = Integer.parseInt(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        JChannel channel = new JChannel(stack(port, place, interval, timeout, arguments[3]));
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

    private static List<Protocol> stack(int port, int place, long interval, long timeout, String verify) throws Exception {
        InetAddress host = InetAddress.getByName("127.0.0.1");
        List<Protocol> stack = new ArrayList<>();
        stack.add(new TCP().setBindAddress(host).setBindPort(port + 10 * place));
        stack.add(new TCPPING()
                .initialHosts(List.of(new InetSocketAddress(host, port), new InetSocketAddress(host, port + 10))));
        stack.add(new MERGE3());
        stack.add(new FD_SOCK2());
        stack.add(new FD_ALL3().setInterval(interval).setTimeout(timeout));
        if (verify.equals("VERIFY_SUSPECT2")) {
            stack.add(new VERIFY_SUSPECT2());
        }
        stack.add(new NAKACK2());
        stack.add(new UNICAST3());
        stack.add(new STABLE());
        stack.add(new GMS().setJoinTimeout(500));
        return stack;
    }
}

package cn.doublerandom.publication.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/**
 * Which addresses a message may go to: those of the public network and no other (RFC 6890 and the
 * registers of IANA it began), so that nobody makes this house ask its own machines.
 */
public final class PublicNetworks {
  private static final int BITS = 8;

  /** What no packet of the public network is sent to. */
  private static final List<Block> CLOSED =
      List.of(
          block("00000000", 8), // this network
          block("0a000000", 8), // private
          block("64400000", 10), // shared by a carrier (CGNAT)
          block("7f000000", 8), // loopback
          block("a9fe0000", 16), // link-local, and the metadata of clouds
          block("ac100000", 12), // private
          block("c0000000", 24), // of protocols
          block("c0000200", 24), // of documents
          block("c0586300", 24), // relays of 6to4
          block("c0a80000", 16), // private
          block("c6120000", 15), // of measurements
          block("c6336400", 24), // of documents
          block("cb007100", 24), // of documents
          block("e0000000", 4), // multicast
          block("f0000000", 4), // reserved, broadcast
          block("20010000000000000000000000000000", 23), // of protocols, Teredo among them
          block("20010db8000000000000000000000000", 32), // of documents
          block("20020000000000000000000000000000", 16), // 6to4: any IPv4 inside
          block("3fff0000000000000000000000000000", 20)); // of documents

  /** Global unicast; whatever IPv6 has outside of it (loopback, ULA, NAT64, mapped) is refused. */
  private static final Block GLOBAL = block("20000000000000000000000000000000", 3);

  private PublicNetworks() {}

  /** Addresses that begin with the same bits. */
  private record Block(String from, int bits) {
    boolean has(byte[] address) {
      byte[] first = HexFormat.of().parseHex(from);
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 1 << (BITS - 1 - bit % BITS);
        if (((address[bit / BITS] ^ first[bit / BITS]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static Block block(String hex, int bits) {
    return new Block(hex, bits);
  }

  /** Whether it is on the public network. */
  public static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (address instanceof Inet4Address || GLOBAL.has(bytes))
        && CLOSED.stream().noneMatch(block -> block.has(bytes));
  }

  /**
   * Whether a receiver may be told at all addresses of its name; one that is not public is enough
   * to refuse.
   *
   * @param loopback whether this installation lets itself be told
   */
  public static boolean admit(WebhookAddress to, List<InetAddress> resolved, boolean loopback) {
    boolean own = resolved.stream().allMatch(InetAddress::isLoopbackAddress);
    return !resolved.isEmpty()
        && ((loopback && own)
            || (!to.mustBeOwn() && resolved.stream().allMatch(PublicNetworks::has)));
  }
}

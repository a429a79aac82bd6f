package cn.doublerandom.gateway.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody came from, no closer than needed to tell the house from elsewhere: the first 24
 * bits of an IPv4 address, 48 of an IPv6 one.
 */
public final class Network {
  private static final Pattern IPV4 =
      Pattern.compile("([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})\\.[0-9]{1,3}");

  /** The first 64 bits, as visitors are told apart by. */
  private static final Pattern IPV6 =
      Pattern.compile("([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})[0-9a-f]{4}");

  private Network() {}

  /**
   * The network of an address.
   *
   * @param address an IPv4 address, or 16 hex digits of an IPv6 one; of anything else nothing is
   *     said
   */
  public static String of(String address) {
    Matcher four = IPV4.matcher(address);
    if (four.matches()) {
      return four.group(1) + ".0/24";
    }
    Matcher six = IPV6.matcher(address);
    return six.matches() ? "%s:%s:%s::/48".formatted(six.group(1), six.group(2), six.group(3)) : "";
  }
}

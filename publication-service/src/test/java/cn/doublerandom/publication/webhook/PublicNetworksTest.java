package cn.doublerandom.publication.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNetworksTest {
  private static final WebhookAddress HTTPS =
      WebhookAddress.of("https://hooks.example.org/", false).orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.1.2.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2001:db8::1",
        "2001::1",
        "2002:a00:1::1",
        "fd00:ec2::254",
        "fec0::1"
      })
  void an_address_that_is_not_of_the_public_network_is_refused(String address)
      throws UnknownHostException {
    assertThat(PublicNetworks.has(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "223.255.255.254",
        "2400:3200::1",
        "2606:4700::1111",
        "::ffff:1.1.1.1"
      })
  void an_address_of_the_public_network_is_not(String address) throws UnknownHostException {
    assertThat(PublicNetworks.has(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void one_private_address_among_those_of_a_name_is_enough_to_refuse() throws UnknownHostException {
    List<InetAddress> both =
        List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
    assertThat(PublicNetworks.admit(HTTPS, both, false)).isFalse();
    assertThat(PublicNetworks.admit(HTTPS, both, true)).isFalse();
    assertThat(PublicNetworks.admit(HTTPS, both.subList(0, 1), false)).isTrue();
    assertThat(PublicNetworks.admit(HTTPS, List.of(), true)).isFalse();
  }

  @Test
  void this_machine_is_told_by_setting_alone() {
    List<InetAddress> own = List.of(InetAddress.getLoopbackAddress());
    assertThat(PublicNetworks.admit(HTTPS, own, false)).isFalse();
    assertThat(PublicNetworks.admit(HTTPS, own, true)).isTrue();
  }

  @Test
  void http_reaches_no_other_machine_even_by_setting() throws UnknownHostException {
    var clear = WebhookAddress.of("http://hooks.example.org/", true).orElseThrow();
    assertThat(PublicNetworks.admit(clear, List.of(InetAddress.getByName("1.1.1.1")), true))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "https://a:b@hooks.example.org/",
        "https://hooks.example.org:22/",
        "https://hooks.example.org:0/",
        "https://hooks.example.org/#part",
        "ftp://hooks.example.org/",
        "https:///path",
        "https://",
        "javascript:alert(1)",
        "hooks.example.org",
        ""
      })
  void what_is_no_plain_https_address_is_refused(String text) {
    assertThat(WebhookAddress.of(text, false)).isEmpty();
  }

  @Test
  void an_address_is_split_into_where_and_what() {
    assertThat(WebhookAddress.of("https://hooks.example.org:8443/a?b=c", false))
        .contains(new WebhookAddress(true, "hooks.example.org", 8443, "/a?b=c"));
  }
}

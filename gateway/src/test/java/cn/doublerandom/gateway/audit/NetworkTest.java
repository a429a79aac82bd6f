package cn.doublerandom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address is kept no closer than needed. */
class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.77,192.168.1.0/24",
    "127.0.0.1,127.0.0.0/24",
    "20010db800011234,2001:0db8:0001::/48",
    "unix:socket,''",
    "'',''",
    "1.2.3,''"
  })
  void a_network_is_said_and_nothing_of_whatever_is_no_address(String address, String network) {
    assertThat(Network.of(address)).isEqualTo(network);
  }
}

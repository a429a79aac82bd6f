package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackPortsTest {
  @Test
  void the_port_that_speaks_tls_is_no_other_programs() {
    Ports ports = Ports.from(28_080);
    IntStream others =
        IntStream.concat(
            IntStream.of(
                ports.gateway(),
                ports.kafka(),
                ports.kafkaController(),
                ports.postgres(),
                ports.witness(),
                ports.operations().of(Home.GATEWAY)),
            Home.SERVICES.stream()
                .flatMap(s -> Stream.of(ports.of(s), ports.operations().of(s)))
                .mapToInt(Integer::intValue));

    assertThat(others.boxed().toList()).doesNotContain(AttackCommand.secure(ports)).hasSize(14);
  }
}

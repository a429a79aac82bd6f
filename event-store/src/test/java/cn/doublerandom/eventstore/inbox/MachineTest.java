package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no fault of a record never sets one aside. */
class MachineTest {
  static Stream<Throwable> faultsOfTheMachine() {
    return Stream.of(
        // As the client says it while a service stops.
        Future.failedFuture("Pool closed").cause(),
        Future.failedFuture("Connection is not active now, current status: CLOSING").cause(),
        new IOException("Connection reset"),
        new PgException("could not extend file", "ERROR", "53100", ""),
        new PgException("terminating connection", "FATAL", "57P01", ""));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheMachine")
  void a_connection_that_ends_is_no_fault_of_a_record(Throwable failure) {
    assertThat(Machine.isAtFault(failure)).isTrue();
  }

  @Test
  void what_a_record_says_is_its_own_fault() {
    assertThat(
            Stream.of(
                new PgException("null character not permitted", "ERROR", "22P05", ""),
                new IllegalArgumentException("unknown type X")))
        .noneMatch(Machine::isAtFault);
  }
}

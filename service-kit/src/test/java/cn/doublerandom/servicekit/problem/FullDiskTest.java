package cn.doublerandom.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A full disk is told as one, wherever it is met. */
class FullDiskTest {
  /** A disk that is always full. */
  private static final Path FULL = Path.of("/dev/full");

  private static PgException database() {
    return new PgException("could not extend file", "ERROR", "53100", "");
  }

  private static IOException upload() {
    assumeTrue(Files.isWritable(FULL), "no disk here that is always full");
    return catchThrowableOfType(IOException.class, () -> Files.write(FULL, new byte[1]));
  }

  private static HttpHeaders headers() {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            HttpHeaders.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) -> List.of());
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        database(),
        new CompletionException(database()),
        new IllegalStateException(new SQLException("full", "53100")),
        upload(),
        new UncheckedIOException(upload()),
        new WebApplicationException(upload(), 400));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_disk_that_takes_no_more_is_found_behind_whatever_wraps_it(Throwable failure) {
    assertThat(FullDisk.isBehind(failure)).isTrue();
  }

  @Test
  void other_failures_are_no_full_disk() {
    var ring = new IllegalStateException();
    ring.initCause(new IllegalArgumentException(ring));
    assertThat(
            Stream.of(
                new PgException("terminated", "FATAL", "57P01", ""),
                new IOException("Broken pipe"),
                new IOException((String) null),
                ring))
        .noneMatch(FullDisk::isBehind);
  }

  @Test
  void a_file_that_finds_no_room_is_refused_as_full_and_may_be_sent_again() {
    try (RestResponse<Problem> answer =
        new ProblemMappers().bug(new UncheckedIOException(upload()), headers())) {
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getEntity().code()).isEqualTo("storage-full");
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
    }
  }
}

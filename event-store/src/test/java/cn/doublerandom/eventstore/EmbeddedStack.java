package cn.doublerandom.eventstore;

import cn.doublerandom.embedded.LocalKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension: a test that asks for a {@link TestDatabase} gets a fresh one with the event
 * store in it, closed when the test ends; one that asks for a {@link LocalKafka} gets the broker of
 * the test run. Nothing needs a container engine.
 *
 * <pre>{@code
 * @ExtendWith(EmbeddedStack.class)
 * class OrdersIT {
 *   @Test
 *   void an_order_is_kept(TestDatabase database, LocalKafka kafka) { … }
 * }
 * }</pre>
 */
public final class EmbeddedStack implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(EmbeddedStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type.equals(TestDatabase.class) || type.equals(LocalKafka.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    if (parameter.getParameter().getType().equals(TestDatabase.class)) {
      return test.getStore(OURS).computeIfAbsent("database", key -> database(), TestDatabase.class);
    }
    return test.getRoot()
        .getStore(OURS)
        .computeIfAbsent("broker", key -> new Broker(), Broker.class)
        .kafka;
  }

  private static TestDatabase database() {
    try {
      return TestDatabase.fresh();
    } catch (Exception e) {
      throw new IllegalStateException("the database does not start", e);
    }
  }

  /** Closed by JUnit when the whole run ends. */
  private static final class Broker implements AutoCloseable {
    private final Path home;
    private final LocalKafka kafka;

    Broker() {
      try {
        this.home = Files.createTempDirectory("double-random-broker");
        this.kafka = LocalKafka.start(home, 0, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      kafka.close();
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

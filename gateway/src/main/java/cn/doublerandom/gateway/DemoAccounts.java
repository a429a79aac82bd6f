package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The accounts of a local stack: one file each with its token, named by the account and read when
 * it is needed. In production there are none.
 */
@ApplicationScoped
class DemoAccounts {
  /** A stack has some thirty. */
  private static final int MOST = 500;

  private final FileSystem files;
  private final Optional<Path> directory;

  DemoAccounts(Vertx vertx, GatewaySettings settings) {
    this.files = vertx.fileSystem();
    this.directory = settings.signIn().tokens();
  }

  /** Whether anybody can sign in here. */
  boolean areOffered() {
    return directory.isPresent();
  }

  /** The token of an account; fails where there is none. */
  Future<String> token(String account) {
    if (directory.isEmpty() || !Session.ACCOUNT.matcher(account).matches()) {
      return Future.failedFuture(new NoSuchFileException(account));
    }
    return files
        .readFile(directory.get().resolve(account).toString())
        .map(Buffer::toString)
        .map(String::strip)
        .compose(token ->
            Person.of(token).filter(person -> person.account().equals(account)).isPresent()
                ? Future.succeededFuture(token)
                : Future.failedFuture(new NoSuchFileException(account)));
  }

  /** Who an account is; fails where there is none. */
  Future<Person> person(String account) {
    return token(account).map(token -> Person.of(token).orElseThrow());
  }

  /** All of them, whose work comes first before others. */
  Future<List<Person>> all() {
    if (directory.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return files
        .readDir(directory.get().toString())
        .compose(found ->
            Future.join(
                    found.stream()
                        .limit(MOST)
                        .map(file -> Path.of(file).getFileName().toString())
                        .map(account -> person(account).otherwiseEmpty())
                        .toList())
                .map(read ->
                    read.<Person>list().stream()
                        .filter(Objects::nonNull)
                        .sorted(
                            Comparator.comparingInt(Person::rank).thenComparing(Person::account))
                        .toList()))
        .otherwise(List.of());
  }
}

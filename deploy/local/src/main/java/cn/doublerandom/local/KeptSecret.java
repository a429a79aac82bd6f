package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What only its owner knows, kept before anything made of it is sent: under {@code ….pending} until
 * the office has taken it, under its own name from then on, and no longer where the office refused.
 *
 * @param file its own name
 */
record KeptSecret(Path file) {
  /** Sends what is made of the secret, or asks whether it stands at the office. */
  @FunctionalInterface
  interface Step<T extends @Nullable Object> {
    T with(String secret) throws IOException, InterruptedException;
  }

  private Path pending() {
    return file.resolveSibling(file.getFileName() + ".pending");
  }

  /** Whether there is one, taken or not. */
  boolean isThere() {
    return Files.exists(file) || Files.exists(pending());
  }

  /** The secret, also one of which nobody knows yet whether it was taken. */
  String read() throws IOException {
    if (!isThere()) {
      throw Refused.now(
          "没有 " + file + "：请先做前一步，或用 --keep 指明自己的目录",
          "an earlier step of yours wrote it; do that first, or say where with --keep");
    }
    return Files.readString(Files.exists(file) || !Files.exists(pending()) ? file : pending());
  }

  /**
   * Makes a secret, unless one was made whose answer never came, and sends what is made of it.
   *
   * @param stands whether the office has taken what is made of this secret
   * @throws FileAlreadyExistsException where one was taken before
   */
  void sendOnce(Supplier<String> fresh, Step<@Nullable Void> send, Step<Boolean> stands)
      throws IOException, InterruptedException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    boolean isNew = !Files.exists(pending());
    if (isNew) {
      PrivateFile.write(pending(), fresh.get());
    }
    String secret = Files.readString(pending());
    try {
      send.with(secret);
    } catch (CeremonyClient.Declined refused) {
      // What was tried before may have been taken then: only the office can tell.
      if (isNew || !stands.with(secret)) {
        Files.delete(pending());
        throw refused;
      }
    } catch (IOException unanswered) {
      throw new IOException(
          "没有得到答复，不知是否已受理；内容保存在 %s，请再运行一次，重发的是同一份 no answer; kept, run it again to send the same (%s)"
              .formatted(pending(), unanswered),
          unanswered);
    }
    Files.move(pending(), file, StandardCopyOption.ATOMIC_MOVE);
  }
}

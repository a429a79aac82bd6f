package cn.doublerandom.publication.application;

import cn.doublerandom.servicekit.identity.EveryBureau;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One hash over every notice that stands on the topic: SHA-256 over the lines {@code key hash\n},
 * ascending by key, where the hash is that of the value. Who read the topic has the same.
 */
@ApplicationScoped
public class NoticesRoot {
  private final ToldBoard told;
  private final EveryBureau every;

  @Inject
  NoticesRoot(ToldBoard told, EveryBureau every) {
    this.told = told;
    this.every = every;
  }

  /**
   * @param count of notices
   * @param root 64 lowercase hex digits
   */
  public record Root(long count, String root) {}

  /** Of all bureaus, or of the one that is asked for. */
  public Uni<Root> now() {
    return every
        .list(
            "",
            Integer.MAX_VALUE,
            (after, limit) -> Uni.createFrom().completionStage(told::lines).map(List::of))
        .map(NoticesRoot::over);
  }

  /**
   * @param blocks the lines of each bureau; all keys of a bureau begin alike, so that the order of
   *     the blocks is that of their keys
   */
  static Root over(List<String> blocks) {
    MessageDigest digest = sha256();
    long count = 0;
    for (String block : blocks.stream().sorted().toList()) {
      digest.update(block.getBytes(StandardCharsets.UTF_8));
      count += block.chars().filter(c -> c == '\n').count();
    }
    return new Root(count, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

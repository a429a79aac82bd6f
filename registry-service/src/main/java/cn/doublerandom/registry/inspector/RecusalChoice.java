package cn.doublerandom.registry.inspector;

import org.jspecify.annotations.Nullable;

/**
 * Which of an inspector's requests are meant.
 *
 * @param batch absent where it is about one subject
 * @param subject absent where it is about a whole batch
 */
public record RecusalChoice(@Nullable String batch, @Nullable String subject) {
  public static RecusalChoice ofBatch(String batch) {
    return new RecusalChoice(batch, null);
  }

  public static RecusalChoice of(String subject) {
    return new RecusalChoice(null, subject);
  }

  boolean is(RecusalAsked asked) {
    return (batch == null || batch.equals(asked.batch()))
        && (subject == null || subject.equals(asked.recusal().subject()));
  }
}

package cn.doublerandom.inspection.register;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked on site.
 *
 * @param id within the checklist
 * @param guidance how to find out; absent where nothing is said
 * @param clause legal clause behind it; absent likewise
 * @param options to choose one of; absent where nothing is chosen
 * @param measuredIn unit of a number; absent where it has none
 * @param least a number that keeps to the law has, a decimal; absent where there is no limit
 * @param most likewise
 */
public record Question(
    String id,
    String text,
    Kind kind,
    @Nullable String guidance,
    @Nullable String clause,
    @Nullable List<String> options,
    @Nullable String measuredIn,
    @Nullable String least,
    @Nullable String most) {
  public Question {
    options = options == null ? null : List.copyOf(options);
  }

  /** One that is answered without options or limits. */
  public Question(
      String id, String text, Kind kind, @Nullable String guidance, @Nullable String clause) {
    this(id, text, kind, guidance, clause, null, null, null, null);
  }

  /** How it is answered; nothing is answered for anybody. */
  public enum Kind {
    YES_NO,
    YES_NO_NOT_APPLICABLE,
    /** A decimal. */
    NUMBER,
    TEXT,
    DATE,
    /** One of the options. */
    CHOICE,
    /** 拍照取证: a photo of the visit is the answer. */
    PHOTO;

    /** The kind the registry told; one that is not known here is answered in words. */
    public static Kind of(String told) {
      return Stream.of(values()).filter(kind -> kind.name().equals(told)).findFirst().orElse(TEXT);
    }
  }

  /** Whether it may be said not to apply; whoever asks yes or no wants one of them. */
  public boolean mayNotApply() {
    return kind != Kind.YES_NO;
  }
}

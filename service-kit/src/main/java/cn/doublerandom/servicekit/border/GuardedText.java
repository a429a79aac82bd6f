package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.FieldRefused;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.text.TextGuard;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text of a request: refused where it holds what no text may hold, and without what nobody can
 * see. A text that may be longer than {@value #LONGEST_LINE} characters is prose and may have
 * lines; names, codes and words are one line. None holds the number of a resident, and none of one
 * line is an old one of fifteen digits: it would stand in what cannot be erased, as a key even.
 */
public final class GuardedText extends StdScalarDeserializer<String>
    implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_LINE = 200;

  private final boolean hasLines;

  private final boolean asWritten;

  private final boolean isPublic;

  GuardedText() {
    this(false, false, false);
  }

  private GuardedText(boolean hasLines, boolean asWritten, boolean isPublic) {
    super(String.class);
    this.hasLines = hasLines;
    this.asWritten = asWritten;
    this.isPublic = isPublic;
  }

  /**
   * For records of others: refused where they hold what no text may hold, else given on as they are
   * written, for others hash them.
   */
  public static Module inRecords() {
    return new SimpleModule("records")
        .addDeserializer(String.class, new GuardedText(true, true, false));
  }

  @Override
  public JsonDeserializer<String> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    if (asWritten) {
      return this;
    }
    Size size = property == null ? null : property.getAnnotation(Size.class);
    boolean everybodyReads = property != null && property.getAnnotation(PublicText.class) != null;
    return new GuardedText(size != null && size.max() > LONGEST_LINE, false, everybodyReads);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getText();
    if (asWritten) {
      return permitted(parser, text, TextGuard.unreadable(text));
    }
    guarded(parser, text, hasLines);
    if (!hasLines && CodeText.isResidentNumber(CodeText.meant(text))) {
      throw new FieldRefused(parser, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    }
    String visible = TextGuard.visible(text);
    return isPublic ? permitted(parser, visible, TextGuard.offenceInPublic(visible)) : visible;
  }

  private static String guarded(JsonParser parser, String text, boolean hasLines)
      throws FieldRefused {
    return permitted(
        parser, text, hasLines ? TextGuard.offence(text) : TextGuard.offenceInLine(text));
  }

  private static String permitted(
      JsonParser parser, String text, Optional<TextGuard.Offence> offence) throws FieldRefused {
    if (offence.isPresent()) {
      throw new FieldRefused(parser, offence.get().fault().code(), offence.get().text());
    }
    return text;
  }

  /** The name of a member, where names are free. */
  static final class Key extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return TextGuard.visible(guarded(context.getParser(), key, false));
    }
  }
}

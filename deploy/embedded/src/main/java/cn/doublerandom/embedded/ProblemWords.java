package cn.doublerandom.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;

/** People are told in words what may be, and of which member or parameter. */
public final class ProblemWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\^|\\\\[dwspDWSP]|\\[[^\\]]*[0-9A-Za-z]-[0-9A-Za-z][^\\]]*]|\\{[0-9]+(,[0-9]*)?}|\\(\\?[:=!<]");

  /** Faults of a text that is no JSON, or not what was asked for as a whole. */
  private static final Set<String> OF_THE_WHOLE =
      Set.of("malformed", "trailing-text", "expected-object", "expected-list");

  private ProblemWords() {}

  /** Whether a sentence shows a regular expression to whom it is meant for. */
  public static boolean hasExpression(String sentence) {
    return EXPRESSION.matcher(sentence).find();
  }

  /** Whether a problem document says everything in words and names what is wrong. */
  static boolean areIn(String problem) {
    try {
      JsonNode document = JSON.readTree(problem);
      boolean inWords =
          !hasExpression(document.path("title").asText() + document.path("detail").asText());
      for (JsonNode error : document.path("errors")) {
        inWords &=
            !hasExpression(error.path("text").asText())
                && (OF_THE_WHOLE.contains(error.path("code").asText())
                    || error.has("row")
                    || !error.path("field").asText().isEmpty());
      }
      return inWords;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

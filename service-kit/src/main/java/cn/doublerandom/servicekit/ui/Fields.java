package cn.doublerandom.servicekit.ui;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form in {@code application/x-www-form-urlencoded} (WHATWG URL §5.1), UTF-8 and
 * nothing that could be taken for it.
 */
final class Fields {
  /** Fields of one form; a form of a page has some twenty, a table of choices hundreds. */
  static final int MOST = 2_000;

  private Fields() {}

  static Map<String, List<String>> read(byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    int begin = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '&') {
        if (i > begin) {
          if (++count > MOST) {
            throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
          }
          add(body, begin, i, fields);
        }
        begin = i + 1;
      }
    }
    return fields;
  }

  private static void add(byte[] body, int begin, int end, Map<String, List<String>> fields) {
    int equals = begin;
    while (equals < end && body[equals] != '=') {
      equals++;
    }
    String name = text(body, begin, equals);
    String value = text(body, Math.min(end, equals + 1), end);
    fields.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
  }

  private static String text(byte[] body, int begin, int end) {
    byte[] bytes = new byte[end - begin];
    int length = 0;
    for (int i = begin; i < end; i++) {
      if (body[i] == '+') {
        bytes[length++] = ' ';
      } else if (body[i] == '%') {
        if (i + 2 >= end) {
          throw new ProblemException(EdgeRejection.MALFORMED_REQUEST);
        }
        bytes[length++] = (byte) (digit(body[i + 1]) << 4 | digit(body[i + 2]));
        i += 2;
      } else {
        bytes[length++] = body[i];
      }
    }
    return utf8(bytes, length);
  }

  private static int digit(byte sign) {
    int digit = Character.digit(sign, 16);
    if (digit < 0) {
      throw new ProblemException(EdgeRejection.MALFORMED_REQUEST);
    }
    return digit;
  }

  /** Browsers end lines with two signs; a text has one. */
  private static String utf8(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString()
          .replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new ProblemException(EdgeRejection.MALFORMED_REQUEST);
    }
  }
}

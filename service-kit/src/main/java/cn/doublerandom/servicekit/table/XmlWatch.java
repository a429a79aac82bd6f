package cn.doublerandom.servicekit.table;

import java.nio.charset.StandardCharsets;

/**
 * Judges XML as its bytes pass, before a parser sees them: no declarations that could hold
 * entities, few attributes an element, no deep nesting, no endless tag or text. A parser that
 * compares attributes with each other, or keeps a stack, then never has much to do.
 */
final class XmlWatch {
  /** A row of a spreadsheet has about ten. */
  static final int MAX_ATTRIBUTES = 64;

  static final int MAX_DEPTH = 64;

  /** Of elements, attributes and instructions; a parser keeps all it has read. */
  static final int MAX_NAMES = 2_000;

  private static final int MAX_TAG_BYTES = 64 * 1024;

  /** More than the longest cell of a spreadsheet, every sign of it written as an entity. */
  private static final int MAX_TEXT_BYTES = 512 * 1024;

  private static final byte[] COMMENT_END = "-->".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CDATA_END = "]]>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INSTRUCTION_END = "?>".getBytes(StandardCharsets.US_ASCII);

  private enum At {
    TEXT,
    /** Behind {@code <}. */
    OPENING,
    /** Behind {@code <!}. */
    MARK,
    START_TAG,
    QUOTED,
    END_TAG,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private At at = At.TEXT;
  private int depth;
  private int attributes;
  private int length;
  private int quote;
  private int before;
  private final XmlNames names = new XmlNames();

  /** Within the name of an instruction. */
  private boolean isName;

  /** How much of the end of a comment, instruction or piece of data has come. */
  private int ended;

  void pass(byte[] bytes, int count) throws UnreadableTable {
    for (int i = 0; i < count; i++) {
      pass(bytes[i]);
    }
  }

  private void pass(byte b) throws UnreadableTable {
    if (b == 0) {
      throw new UnreadableTable(0, "xml-encoding", "文件内的 XML 不是 UTF-8 编码，不是办公软件所写。");
    }
    length++;
    switch (at) {
      case TEXT -> {
        if (b == '<') {
          go(At.OPENING);
        } else if (length > MAX_TEXT_BYTES) {
          throw tooLong();
        }
      }
      case OPENING -> open(b);
      case MARK -> mark(b);
      case START_TAG -> startTag(b);
      case QUOTED -> {
        if (b == quote) {
          at = At.START_TAG;
        }
        requireShortTag();
      }
      case END_TAG -> {
        if (b == '>') {
          depth--;
          go(At.TEXT);
        }
        requireShortTag();
      }
      case COMMENT -> until(b, COMMENT_END);
      case CDATA -> until(b, CDATA_END);
      case INSTRUCTION -> {
        if (isName) {
          isName = !endsName(b);
          name(b);
        }
        until(b, INSTRUCTION_END);
      }
    }
    before = b;
  }

  private void go(At next) {
    at = next;
    length = 0;
    ended = 0;
  }

  private void open(byte b) throws UnreadableTable {
    switch (b) {
      case '/' -> go(At.END_TAG);
      case '!' -> go(At.MARK);
      case '?' -> {
        go(At.INSTRUCTION);
        isName = true;
      }
      default -> {
        go(At.START_TAG);
        names.add(b);
        attributes = 0;
        if (++depth > MAX_DEPTH) {
          throw new UnreadableTable(0, "too-deep", "文件内的元素层层嵌套，不是办公软件所写。");
        }
      }
    }
  }

  private void mark(byte b) throws UnreadableTable {
    if (b == '-') {
      go(At.COMMENT);
    } else if (b == '[') {
      go(At.CDATA);
    } else {
      throw new UnreadableTable(0, "xml-entities", "文件内的 XML 含有不允许的声明（DOCTYPE 或实体），不是办公软件所写。");
    }
  }

  private static boolean endsName(byte b) {
    return b == '=' || b == '>' || b == '/' || b == '?' || (b >= 0 && b <= ' ');
  }

  private void name(byte b) throws UnreadableTable {
    if (!endsName(b)) {
      names.add(b);
    } else if (names.end() > MAX_NAMES) {
      throw new UnreadableTable(
          0, "too-many-names", "文件内的元素和属性有 " + MAX_NAMES + " 个以上不同的名称，不是办公软件所写。");
    }
  }

  private void startTag(byte b) throws UnreadableTable {
    name(b);
    if (b == '"' || b == '\'') {
      quote = b;
      at = At.QUOTED;
    } else if (b == '=' && ++attributes > MAX_ATTRIBUTES) {
      throw new UnreadableTable(
          0, "too-many-attributes", "文件内的一个元素有 " + MAX_ATTRIBUTES + " 个以上的属性，不是办公软件所写。");
    } else if (b == '>') {
      depth -= before == '/' ? 1 : 0;
      go(At.TEXT);
    }
    requireShortTag();
  }

  private void until(byte b, byte[] end) throws UnreadableTable {
    ended = b == end[ended] ? ended + 1 : again(b, end);
    if (ended == end.length) {
      go(At.TEXT);
    } else if (length > MAX_TEXT_BYTES) {
      throw tooLong();
    }
  }

  /** {@code --->} ends a comment too. */
  private int again(byte b, byte[] end) {
    boolean repeats = ended == 2 && b == end[0] && end[0] == end[1];
    return repeats ? 2 : b == end[0] ? 1 : 0;
  }

  private void requireShortTag() throws UnreadableTable {
    if (length > MAX_TAG_BYTES) {
      throw tooLong();
    }
  }

  private static UnreadableTable tooLong() {
    return new UnreadableTable(0, "xml-too-long", "文件内有一处长得不正常的内容，不是办公软件所写。");
  }
}

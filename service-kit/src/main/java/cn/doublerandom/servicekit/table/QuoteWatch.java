package cn.doublerandom.servicekit.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Watches the quotes of a csv as it passes (RFC 4180): one that is never closed, or is followed by
 * more text, would swallow the rows behind it without a word.
 */
final class QuoteWatch extends FilterReader {
  /** Where the cell stands that is being read. */
  private enum At {
    BEGIN,
    PLAIN,
    QUOTED,
    /** A quote within quotes: the end, or the first half of two that mean one. */
    CLOSING
  }

  private final char separator;
  private At at = At.BEGIN;
  private int line;
  private int opened;

  /**
   * @param before lines that were left out
   */
  QuoteWatch(Reader in, char separator, int before) {
    super(in);
    this.separator = separator;
    this.line = before + 1;
  }

  /** A quote that is not closed where it should be. */
  static final class OpenQuote extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient UnreadableTable fault;

    private OpenQuote(int line, String text) {
      super(text);
      this.fault = new UnreadableTable(line, "open-quote", text);
    }

    UnreadableTable fault() {
      return fault;
    }
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c < 0) {
      end();
    } else {
      pass((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n < 0) {
      end();
    }
    for (int i = 0; i < n; i++) {
      pass(buffer[offset + i]);
    }
    return n;
  }

  private void pass(char c) throws IOException {
    boolean endsLine = c == '\n' || c == '\r';
    at =
        switch (at) {
          case BEGIN, PLAIN -> {
            if (c == separator || endsLine) {
              yield At.BEGIN;
            } else if (at == At.BEGIN && c == '"') {
              opened = line;
              yield At.QUOTED;
            }
            yield At.PLAIN;
          }
          case QUOTED -> c == '"' ? At.CLOSING : At.QUOTED;
          case CLOSING -> {
            if (c == '"') {
              yield At.QUOTED;
            } else if (c == separator || endsLine) {
              yield At.BEGIN;
            }
            throw new OpenQuote(
                opened, "第 %d 行打开的引号在第 %d 行关闭之后还有文字，引号不成对。".formatted(opened, line));
          }
        };
    line += c == '\n' ? 1 : 0;
  }

  private void end() throws IOException {
    if (at == At.QUOTED) {
      throw new OpenQuote(opened, "第 %d 行打开的引号没有关闭，其后的行都被吞在一格里。".formatted(opened));
    }
  }
}

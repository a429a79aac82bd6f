package cn.doublerandom.servicekit.ui;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.TextGuard;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a form with a file (multipart/form-data): its fields, and one file, which lies on
 * disk however large it is. A form in which none was chosen has none.
 *
 * @param file to be deleted by who asked for it
 * @param fileName as its sender calls it, without folders; empty where none was chosen
 * @param fault why there is no file where one was sent; what was typed beside it is there all the
 *     same
 */
record Parts(
    Map<String, List<String>> fields,
    Optional<Path> file,
    String fileName,
    Optional<ProblemException> fault) {
  private static final int PIECE = 64 * 1024;

  /** Where the words of a form with a file stand that is not whole; pages call the field so. */
  private static final String FILE = "file";

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");

  /** Without a file. */
  static Parts of(Map<String, List<String>> fields) {
    return new Parts(fields, Optional.empty(), "", Optional.empty());
  }

  static Parts read(InputStream body, String mediaType) throws IOException {
    var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    head.headers().set(HttpHeaderNames.CONTENT_TYPE, mediaType);
    HttpPostMultipartRequestDecoder form = null;
    try {
      form =
          new HttpPostMultipartRequestDecoder(
              new DefaultHttpDataFactory(PIECE, StandardCharsets.UTF_8), head);
      var end = new End(mediaType);
      byte[] piece = new byte[PIECE];
      for (int n = body.read(piece); n > 0; n = body.read(piece)) {
        end.read(piece, n);
        var bytes = Unpooled.copiedBuffer(piece, 0, n);
        form.offer(new DefaultHttpContent(bytes));
        bytes.release();
      }
      form.offer(LastHttpContent.EMPTY_LAST_CONTENT);
      return of(form.getBodyHttpDatas(), end.isThere());
    } catch (DecoderException e) {
      throw new ProblemException(EdgeRejection.MALFORMED_REQUEST);
    } finally {
      if (form != null) {
        form.destroy();
      }
    }
  }

  /** The last bytes of a body: a form that does not end as it must was cut off on its way. */
  private static final class End {
    private final byte[] expected;
    private byte[] last = new byte[0];

    End(String mediaType) {
      Matcher boundary = BOUNDARY.matcher(mediaType);
      String name =
          !boundary.find() ? "" : boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      this.expected = ("--" + name + "--").getBytes(StandardCharsets.UTF_8);
    }

    void read(byte[] piece, int count) {
      byte[] both = Arrays.copyOf(last, last.length + count);
      System.arraycopy(piece, 0, both, last.length, count);
      // Behind the end may stand a line end, and what nobody reads.
      int kept = Math.min(both.length, 2 * expected.length + PIECE);
      last = Arrays.copyOfRange(both, both.length - kept, both.length);
    }

    boolean isThere() {
      return new String(last, StandardCharsets.ISO_8859_1)
          .contains(new String(expected, StandardCharsets.ISO_8859_1));
    }
  }

  private static Parts of(List<InterfaceHttpData> parts, boolean isWhole) throws IOException {
    if (parts.size() > Fields.MOST) {
      throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<FileUpload> files = new ArrayList<>();
    Optional<String> empty = Optional.empty();
    for (InterfaceHttpData part : parts) {
      if (part instanceof Attribute field) {
        fields
            .computeIfAbsent(field.getName(), none -> new ArrayList<>())
            .add(field.getValue().replace("\r\n", "\n"));
      } else if (part instanceof FileUpload file && file.length() > 0) {
        files.add(file);
      } else if (part instanceof FileUpload file && !file.getFilename().isEmpty()) {
        empty = Optional.of(file.getName());
      }
    }
    if (!isWhole) {
      return refused(fields, FILE, "cut-off", "文件没有传完，可能是网络中断。名录没有改动，请重新选择这份文件再交来。");
    }
    if (files.size() > 1) {
      return refused(fields, files.get(1).getName(), "several-files", "请只选择一个文件。");
    }
    if (files.isEmpty() && empty.isPresent()) {
      return refused(fields, empty.get(), "empty-file", "所选的文件是空的（0 字节）。请打开看看，保存后再选。");
    }
    return files.isEmpty()
        ? of(fields)
        : new Parts(
            fields,
            Optional.of(kept(files.getFirst())),
            name(files.getFirst().getFilename()),
            Optional.empty());
  }

  private static Parts refused(
      Map<String, List<String>> fields, String field, String code, String text) {
    return new Parts(
        fields,
        Optional.empty(),
        "",
        Optional.of(
            new ProblemException(
                EdgeRejection.FILE_REFUSED,
                List.of(new Problem.FieldError(field, null, code, text)),
                Map.of())));
  }

  /** Old browsers send the whole path. */
  private static String name(String sent) {
    String visible = TextGuard.visible(sent);
    return visible.substring(1 + Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')));
  }

  private static Path kept(FileUpload file) throws IOException {
    Path kept = Files.createTempFile("form", ".bin");
    try (InputStream in =
        file.isInMemory()
            ? new ByteArrayInputStream(file.get())
            : Files.newInputStream(file.getFile().toPath())) {
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    return kept;
  }
}

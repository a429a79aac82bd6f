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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a form with a file (multipart/form-data): its fields, and one file, which lies on
 * disk however large it is. A form in which none was chosen has none.
 *
 * @param file to be deleted by who asked for it
 * @param fileName as its sender calls it, without folders; empty where none was chosen
 */
record Parts(Map<String, List<String>> fields, Optional<Path> file, String fileName) {
  private static final int PIECE = 64 * 1024;

  static Parts read(InputStream body, String mediaType) throws IOException {
    var head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    head.headers().set(HttpHeaderNames.CONTENT_TYPE, mediaType);
    HttpPostMultipartRequestDecoder form = null;
    try {
      form =
          new HttpPostMultipartRequestDecoder(
              new DefaultHttpDataFactory(PIECE, StandardCharsets.UTF_8), head);
      byte[] piece = new byte[PIECE];
      for (int n = body.read(piece); n > 0; n = body.read(piece)) {
        var bytes = Unpooled.copiedBuffer(piece, 0, n);
        form.offer(new DefaultHttpContent(bytes));
        bytes.release();
      }
      form.offer(LastHttpContent.EMPTY_LAST_CONTENT);
      return of(form.getBodyHttpDatas());
    } catch (DecoderException e) {
      throw new ProblemException(EdgeRejection.MALFORMED_REQUEST);
    } finally {
      if (form != null) {
        form.destroy();
      }
    }
  }

  private static Parts of(List<InterfaceHttpData> parts) throws IOException {
    if (parts.size() > Fields.MOST) {
      throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<FileUpload> files = new ArrayList<>();
    for (InterfaceHttpData part : parts) {
      if (part instanceof Attribute field) {
        fields
            .computeIfAbsent(field.getName(), none -> new ArrayList<>())
            .add(field.getValue().replace("\r\n", "\n"));
      } else if (part instanceof FileUpload file && file.length() > 0) {
        files.add(file);
      }
    }
    if (files.size() > 1) {
      throw new ProblemException(
          EdgeRejection.FILE_REFUSED,
          List.of(
              new Problem.FieldError(files.get(1).getName(), null, "several-files", "请只选择一个文件。")),
          Map.of());
    }
    return files.isEmpty()
        ? new Parts(fields, Optional.empty(), "")
        : new Parts(
            fields, Optional.of(kept(files.getFirst())), name(files.getFirst().getFilename()));
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

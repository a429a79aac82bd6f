package cn.doublerandom.gateway;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small form somebody has sent.
 *
 * @param fields each with all that was said of it
 */
record Form(Map<String, List<String>> fields) {
  /** An account and an address have room in it. */
  static final int MOST_BYTES = 1024;

  private static final int MOST_FIELDS = 8;
  private static final String TYPE = "application/x-www-form-urlencoded";

  /** What was said of a field, once. */
  Optional<String> once(String field) {
    List<String> said = fields.getOrDefault(field, List.of());
    return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
  }

  /** Reads it whole, within a time; one of the two is told, once. */
  static void read(
      Vertx vertx,
      HttpServerRequest request,
      Duration time,
      Consumer<Form> onForm,
      Consumer<Refusal> onRefusal) {
    long promised = Guard.promised(request);
    if (promised > 0 && !isForm(request)) {
      onRefusal.accept(Refusal.FORM_EXPECTED);
    } else if (promised < 0 || promised > MOST_BYTES) {
      onRefusal.accept(Refusal.REQUEST_TOO_LARGE);
    } else {
      new Reading(vertx, request, promised, onForm, onRefusal).within(time);
    }
  }

  private static boolean isForm(HttpServerRequest request) {
    List<String> said = request.headers().getAll("Content-Type");
    return said.size() == 1
        && said.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
  }

  private static Optional<Form> of(Buffer body) {
    try {
      return Optional.of(
          new Form(
              new QueryStringDecoder(body.toString(), StandardCharsets.UTF_8, false, MOST_FIELDS)
                  .parameters()));
    } catch (IllegalArgumentException notReadable) {
      return Optional.empty();
    }
  }

  /** The bytes until the last has come. */
  private static final class Reading {
    private final HttpServerRequest request;
    private final Watch watch;
    private final long promised;
    private final Consumer<Form> onForm;
    private final Consumer<Refusal> onRefusal;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    Reading(
        Vertx vertx,
        HttpServerRequest request,
        long promised,
        Consumer<Form> onForm,
        Consumer<Refusal> onRefusal) {
      this.request = request;
      this.watch = new Watch(vertx);
      this.promised = promised;
      this.onForm = onForm;
      this.onRefusal = onRefusal;
    }

    void within(Duration time) {
      if (request.getHeader("Expect") != null) {
        request.response().writeContinue();
      }
      watch.expect(time, () -> end(Refusal.BODY_TOO_SLOW));
      request.exceptionHandler(gone -> end(Refusal.MALFORMED_REQUEST));
      request.handler(this::take);
      request.endHandler(end -> whole());
      request.resume();
    }

    private void take(Buffer piece) {
      if (body.length() + piece.length() > promised) {
        end(Refusal.REQUEST_TOO_LARGE);
      } else if (!over) {
        body.appendBuffer(piece);
      }
    }

    private void whole() {
      if (!over) {
        of(body)
            .ifPresentOrElse(
                form -> {
                  over = true;
                  watch.stop();
                  onForm.accept(form);
                },
                () -> end(Refusal.MALFORMED_REQUEST));
      }
    }

    private void end(Refusal refusal) {
      if (!over) {
        over = true;
        watch.stop();
        onRefusal.accept(refusal);
      }
    }
  }
}

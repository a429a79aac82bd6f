package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A small service that behaves as its address says, well or badly. */
final class FakeService {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int LONG_PAGE = 70_000;

  private final Vertx vertx;
  private final HttpServer server;
  private int connections;
  private int everConnected;
  private int streams;
  private int requests;
  private int hostile;
  private int hungUp;
  private int probes;
  private int boards;
  private String board = "";
  private long written;

  FakeService(Vertx vertx, int port) throws Exception {
    this.vertx = vertx;
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().setIdleTimeout(120))
            .connectionHandler(connection -> {
              connections++;
              everConnected++;
              connection.closeHandler(gone -> connections--);
            })
            .requestHandler(this::answer)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  int port() {
    return server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    String behaviour = path.substring(path.lastIndexOf('/') + 1);
    switch (behaviour) {
      case "state" -> state(request);
      case "ready" -> {
        probes++;
        request.response().end("{}");
      }
      default -> {
        requests++;
        // Late requests of an earlier test are no hostile ones.
        if (request.uri().contains("hostile")) {
          hostile++;
        }
        behave(request, behaviour);
      }
    }
  }

  private void behave(HttpServerRequest request, String behaviour) {
    switch (behaviour) {
      case "echo" -> echo(request, 0);
      case "waiting", "glance", "mine" -> waiting(request);
      case "board" -> board(request);
      case "board-is" ->
          request
              .body()
              .onSuccess(body -> {
                board = body.toString();
                request.response().end();
              });
      case "sized" -> request.response().putHeader("Content-Length", "7").end("1234567");
      case "imports", "count" -> count(request);
      case "never" -> request.resume();
      case "to-code" ->
          request
              .response()
              .setStatusCode(303)
              .putHeader(
                  "Location",
                  "/publication/ui/objections/130534-2023001-001-1-A/7KM3Q-X2345?taken=1")
              .end();
      case "slow" -> echo(request, Long.parseLong(request.query().split("&")[0]));
      case "desk-only" -> {
        if (request.getHeader("Authorization") == null) {
          request.body().onSuccess(all -> request.response().setStatusCode(401).end("who"));
        } else {
          echo(request, 0);
        }
      }
      case "early" -> request.response().setStatusCode(422).end("no");
      case "break" -> breakOff(request);
      case "hang-up" -> hangUp(request, Integer.parseInt(request.query()));
      case "stall" -> request.response().putHeader("Content-Length", "100").write("only this");
      case "big" -> {
        written = 0;
        request.response().setChunked(true);
        big(request.response(), 32);
      }
      case "events" -> events(request, 5);
      case "silent" -> events(request, 1);
      default -> request.response().setStatusCode(404).end(request.path());
    }
  }

  private void state(HttpServerRequest request) {
    request
        .response()
        .end(
            new JsonObject()
                .put("connections", connections)
                .put("everConnected", everConnected)
                .put("streams", streams)
                .put("requests", requests)
                .put("hostile", hostile)
                .put("probes", probes)
                .put("boards", boards)
                .put("written", written)
                .encode());
  }

  private void echo(HttpServerRequest request, long delayMillis) {
    JsonObject headers = new JsonObject();
    request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
    request
        .body()
        .onSuccess(body -> {
          JsonObject seen =
              new JsonObject()
                  .put("uri", request.uri())
                  .put("method", request.method().name())
                  .put("body", body.toString())
                  .put("headers", headers);
          vertx.setTimer(Math.max(1, delayMillis), later -> told(request, seen));
        });
  }

  /** As the token of who asks has it answer. */
  private static void waiting(HttpServerRequest request) {
    String answer = FakeAccounts.answer(request.getHeader("Authorization"), request.path());
    String[] words = answer.split(" ", 2);
    HttpServerResponse response = request.response();
    switch (words[0]) {
      case "html" -> response.putHeader("Content-Type", "text/html").end(words[1]);
      case "json" -> response.putHeader("Content-Type", "application/json").end(words[1]);
      case "long" -> response.putHeader("Content-Type", "text/html").end("x".repeat(LONG_PAGE));
      case "status" -> response.setStatusCode(Integer.parseInt(words[1])).end();
      default -> request.resume();
    }
  }

  /** What it was told to show whoever asks; until then, as his token has it answer. */
  private void board(HttpServerRequest request) {
    boards++;
    if (board.isEmpty()) {
      waiting(request);
    } else {
      request.response().putHeader("Content-Type", "application/json").end(board);
    }
  }

  private static void told(HttpServerRequest request, JsonObject seen) {
    if (!request.response().closed()) {
      request
          .response()
          .putHeader("Connection", "X-Hop")
          .putHeader("X-Hop", "1")
          .putHeader("X-Kept", "1")
          .end(seen.encode());
    }
  }

  private void count(HttpServerRequest request) {
    if ("deaf".equals(request.query())) {
      request.pause();
      return;
    }
    long[] sums = new long[2];
    request.handler(piece -> {
      sums[0] += piece.length();
      for (int i = 0; i < piece.length(); i++) {
        sums[1] = sums[1] * 31 + piece.getByte(i);
      }
    });
    request.endHandler(end -> request.response().end(sums[0] + " " + sums[1]));
  }

  private void breakOff(HttpServerRequest request) {
    request.response().putHeader("Content-Length", "1000").write("some of it");
    vertx.setTimer(100, later -> request.connection().close());
  }

  /** The first requests find their connection closed, whatever they ask. */
  private void hangUp(HttpServerRequest request, int times) {
    if (hungUp < times) {
      hungUp++;
      request.connection().close();
    } else {
      hungUp = 0;
      echo(request, 0);
    }
  }

  private void big(HttpServerResponse response, int left) {
    response
        .write(Buffer.buffer(new byte[MEGABYTE]))
        .onSuccess(gone -> {
          written += MEGABYTE;
          if (left > 1) {
            big(response, left - 1);
          } else {
            response.end();
          }
        });
  }

  private void events(HttpServerRequest request, int count) {
    HttpServerResponse response = request.response();
    streams++;
    response.closeHandler(gone -> streams--);
    response.putHeader("Content-Type", "text/event-stream").setChunked(true);
    response.write("data: 0\n\n");
    int[] sent = {1};
    vertx.setPeriodic(
        300,
        timer -> {
          if (sent[0] >= count || response.closed()) {
            vertx.cancelTimer(timer);
          } else {
            response.write("data: " + sent[0]++ + "\n\n");
          }
        });
  }
}

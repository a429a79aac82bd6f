package cn.doublerandom.inspection.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The messenger of the house, told as robots of 企业微信 and 钉钉 are: a text in JSON. They answer 200 to
 * what they do not take, too, and say so by {@code errcode}. Its address is a secret; no redirect
 * is followed, and no more of an answer is read than a robot says.
 */
final class HouseMessenger implements Messenger {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 15_000;
  private static final int WHOLE_MILLIS = 20_000;
  private static final int MOST_ANSWER_BYTES = 4_096;
  private static final int OK = 200;
  private static final int REDIRECTS = 300;

  /** Not that of the house's own border, which refuses line ends. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI address;

  HouseMessenger(Vertx vertx, URI address) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustAll(false));
    this.address = address;
  }

  /** Who is wrong here is the house: its robot may be mended before the day is over. */
  @Override
  public Outcome send(ReminderNote note, String receiver) throws InterruptedException {
    JsonObject message =
        new JsonObject()
            .put("msgtype", "text")
            .put("text", new JsonObject().put("content", note.text()));
    RequestOptions where =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(address.toString())
            .setFollowRedirects(false)
            .setTimeout(ANSWER_MILLIS)
            .putHeader("content-type", "application/json; charset=utf-8");
    try {
      return client
          .request(where)
          .compose(request -> taken(request, message.toBuffer()))
          .toCompletionStage()
          .toCompletableFuture()
          .get(WHOLE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Not a word of it: the fault of a connection names the address.
      return Outcome.AGAIN;
    }
  }

  private static Future<Outcome> taken(HttpClientRequest request, Buffer message) {
    return request
        .send(message)
        .compose(answer -> {
          boolean isGood = answer.statusCode() >= OK && answer.statusCode() < REDIRECTS;
          if (isGood) {
            return beginning(request, answer).map(HouseMessenger::said);
          }
          request.reset();
          return Future.succeededFuture(Outcome.AGAIN);
        });
  }

  private static Future<Buffer> beginning(HttpClientRequest request, HttpClientResponse answer) {
    Promise<Buffer> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    answer.exceptionHandler(whole::tryFail);
    answer.endHandler(end -> whole.tryComplete(read));
    answer.handler(piece -> {
      read.appendBuffer(piece);
      if (read.length() > MOST_ANSWER_BYTES) {
        whole.tryComplete(Buffer.buffer());
        request.reset();
      }
    });
    return whole.future();
  }

  private static Outcome said(Buffer answer) {
    try {
      JsonNode code = JSON.readTree(answer.getBytes()).path("errcode");
      return code.isMissingNode() || code.asInt(-1) == 0 ? Outcome.DELIVERED : Outcome.AGAIN;
    } catch (IOException e) {
      // No robot: the status was all it had to say.
      return Outcome.DELIVERED;
    }
  }
}

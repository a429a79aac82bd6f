package cn.doublerandom.publication.external;

import cn.doublerandom.publication.application.WebhookHosts.Checked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends one message to an address that was checked: connects to it and asks no name server again,
 * while the name counts for TLS. Follows no redirect and reads nothing of the answer but its
 * status.
 */
@ApplicationScoped
class WebhookPost {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 15_000;
  private static final int WHOLE_MILLIS = 20_000;
  private static final int MOST_HEADERS_BYTES = 8_192;

  private final HttpClient client;

  @Inject
  WebhookPost(
      Vertx vertx,
      @ConfigProperty(name = "suite.webhooks.authorities") Optional<Path> authorities) {
    var options =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setKeepAlive(false)
            .setMaxHeaderSize(MOST_HEADERS_BYTES)
            .setVerifyHost(true)
            .setTrustAll(false);
    authorities.map(WebhookTrust::with).ifPresent(options::setTrustOptions);
    this.client = vertx.createHttpClient(options);
  }

  /** The status of the answer; blocks, and fails where there is none in time. */
  int post(Checked to, Map<String, String> headers, String body)
      throws ExecutionException, InterruptedException, TimeoutException {
    RequestOptions where =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    to.address().port(), to.resolved().getHostAddress()))
            .setHost(to.address().host())
            .setPort(to.address().port())
            .setURI(to.address().target())
            .setSsl(to.address().secure())
            .setFollowRedirects(false)
            .setTimeout(ANSWER_MILLIS);
    headers.forEach(where::putHeader);
    return client
        .request(where)
        .compose(request -> status(request, body))
        .toCompletionStage()
        .toCompletableFuture()
        .get(WHOLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What follows the status is not read: the connection is given up. */
  private static Future<Integer> status(HttpClientRequest request, String body) {
    return request
        .send(Buffer.buffer(body))
        .map(answer -> {
          int status = answer.statusCode();
          request.reset();
          return status;
        });
  }
}

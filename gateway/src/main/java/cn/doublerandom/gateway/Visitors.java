package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often anybody may ask: requests without a token by the address they come from and all
 * together, those with one by the address alone, for a token costs its sender nothing and is judged
 * by the services only. Beyond it 429 says when to come again.
 */
@ApplicationScoped
class Visitors {
  /** Addresses remembered; who has not come for longest is forgotten, and begins with a burst. */
  private static final int MOST_ADDRESSES = 20_000;

  /** What one customer of a provider has of IPv6. */
  private static final int IPV6_PREFIX_BYTES = 8;

  private static final int IPV6_BYTES = 16;

  /** Head, claims and signature; the claims are what is read. */
  private static final Pattern TOKEN =
      Pattern.compile("(?i:bearer) +[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");

  /**
   * 检查码, 异议码 and the code of a letter: some characters, asked for without an account. Letters are
   * written there too; their desk is for who is signed in, and their figures open nothing.
   */
  private static final Pattern BY_CODE =
      Pattern.compile(
          "/+(?:inspection/+(?:ui|api/+v1)/+checks"
              + "|publication/+(?:ui|api/+v1)/+(?:objections|letters(?!/+(?:desk|figures)(?:/|$))))(?:/|$)");

  /** Where letters are written; there is nothing to be guessed, and they count. */
  private static final Pattern WRITING =
      Pattern.compile("/+publication/+(?:ui|api/+v1)/+letters/*");

  private static final int FIRST_REFUSAL = 400;

  private final GatewaySettings.Limits limits;
  private final LongSupplier nanos;
  private final Map<String, TokenBucket> anonymous = remembered();
  private final Map<String, TokenBucket> signedIn = remembered();
  private final Map<String, TokenBucket> codes = remembered();

  /** Pages that were opened by their right code: who has it does not pay for wrong ones. */
  private final Map<String, TokenBucket> opened = remembered();

  private final TokenBucket all;

  @Inject
  Visitors(GatewaySettings settings) {
    this(settings.limits(), System::nanoTime);
  }

  Visitors(GatewaySettings.Limits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.all = bucket(limits.everybody());
  }

  private static Map<String, TokenBucket> remembered() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
        return size() > MOST_ADDRESSES;
      }
    };
  }

  private TokenBucket bucket(GatewaySettings.Rate rate) {
    return new TokenBucket(rate.perSecond(), rate.burst(), nanos.getAsLong());
  }

  /**
   * Whole seconds after which this request may come again; 0 where it may go on.
   *
   * @param session whether somebody is signed in by a session of ours
   */
  int secondsToWait(HttpServerRequest request, boolean session) {
    String authorization = request.getHeader("Authorization");
    String address = addressOf(request);
    int wait =
        secondsToWait(address, session || (authorization != null && !authorization.isBlank()));
    return wait == 0 && isGuess(request)
        ? secondsToWaitByCode(address, CodePage.opened(request).orElse(""))
        : wait;
  }

  /**
   * A service has answered: a code that was right opens its page from here on whatever else is
   * tried from the same address, and was no guess.
   */
  void answered(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.getStatusCode() < FIRST_REFUSAL && isGuess(request)) {
      CodePage.opened(request)
          .or(() -> CodePage.sentOnTo(response.headers()))
          .ifPresent(page -> opens(addressOf(request), page, isWritten(request)));
    }
  }

  private static boolean isWritten(HttpServerRequest request) {
    return WRITING.matcher(Guard.pathOf(Destination.of(request.uri()).uri())).matches();
  }

  /**
   * @param page its address with the code
   * @param written whether it was made just now, and so was not asked for by a code
   */
  void opens(String address, String page, boolean written) {
    if (opened.putIfAbsent(page, bucket(limits.codes())) == null && !written) {
      codes.computeIfAbsent(address, a -> bucket(limits.codes())).giveBack();
    }
  }

  private String addressOf(HttpServerRequest request) {
    return address(
        request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
  }

  /** An address whose code is only taken out of it opens nothing yet. */
  private static boolean isGuess(HttpServerRequest request) {
    String asked = Destination.of(request.uri()).uri();
    return isByCode(Guard.pathOf(asked))
        && CodePage.of(asked).filter(page -> page.isToBeTurned(request)).isEmpty();
  }

  /** Whether a short code opens what is asked for. */
  static boolean isByCode(@Nullable String path) {
    return path != null && BY_CODE.matcher(path).lookingAt();
  }

  /**
   * @param page its address with the code; empty where none stands in it
   */
  int secondsToWaitByCode(String address, String page) {
    TokenBucket right = opened.get(page);
    TokenBucket own =
        right == null ? codes.computeIfAbsent(address, a -> bucket(limits.codes())) : right;
    double wait = own.secondsToWait(nanos.getAsLong());
    if (wait > 0) {
      return (int) Math.ceil(wait);
    }
    own.take();
    return 0;
  }

  int secondsToWait(String address, boolean withToken) {
    long now = nanos.getAsLong();
    TokenBucket own =
        withToken
            ? signedIn.computeIfAbsent(address, a -> bucket(limits.signedIn()))
            : anonymous.computeIfAbsent(address, a -> bucket(limits.anonymous()));
    double wait = own.secondsToWait(now);
    if (!withToken) {
      wait = Math.max(wait, all.secondsToWait(now));
    }
    if (wait > 0) {
      return (int) Math.ceil(wait);
    }
    own.take();
    if (!withToken) {
      all.take();
    }
    return 0;
  }

  /** Who asks, as far as it can be told here: a token is judged by the services only. */
  Shares.Visitor visitor(HttpServerRequest request) {
    String address = addressOf(request);
    return new Shares.Visitor(address, account(request.getHeader("Authorization"), address));
  }

  /** The subject its token says, or else the address. */
  static String account(@Nullable String authorization, String address) {
    Matcher token = TOKEN.matcher(authorization == null ? "" : authorization);
    if (token.matches()) {
      try {
        byte[] claims = Base64.getUrlDecoder().decode(token.group(1));
        if (new JsonObject(Buffer.buffer(claims)).getValue("sub") instanceof String subject) {
          return "sub " + subject;
        }
      } catch (IllegalArgumentException | DecodeException notReadable) {
        return address;
      }
    }
    return address;
  }

  /**
   * Where a request comes from: the connection says it, and a proxy of the office, where the
   * connection is one, says it in the last entry it added.
   */
  String address(@Nullable String connection, List<String> forwarded) {
    String from = connection == null ? "" : connection;
    if (limits.proxies().orElse(List.of()).contains(from) && !forwarded.isEmpty()) {
      String last = forwarded.getLast();
      from = last.substring(last.lastIndexOf(',') + 1).strip();
    }
    return shortened(from);
  }

  /** An IPv6 address by its first 64 bits; what is no address is its own. */
  static String shortened(String address) {
    if (address.indexOf(':') < 0 || !address.matches("[0-9A-Fa-f:.]{2,45}(?:%.{1,20})?")) {
      return address.substring(0, Math.min(address.length(), 45));
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length < IPV6_BYTES
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : java.util.HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}

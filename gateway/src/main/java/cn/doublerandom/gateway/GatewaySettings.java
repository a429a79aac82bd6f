package cn.doublerandom.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the office sets; {@code docs/operations.md} explains each. Limits are per service. */
@ConfigMapping(prefix = "suite.gateway")
interface GatewaySettings {
  /** Addresses of the services by their names. */
  Map<String, URI> services();

  /** Addresses by the services' names at which they say how they are: ports nobody else reaches. */
  Map<String, URI> operations();

  /** Where the gateway itself says how it and each service is: for operations, served to nobody. */
  Health health();

  /** See {@link #health}. */
  interface Health {
    /** Address of one of this machine's networks. */
    @WithDefault("127.0.0.1")
    String host();

    /** 0 takes any that is free. */
    @WithDefault("8185")
    int port();
  }

  /** Requests under way at once. */
  @WithDefault("32")
  int requests();

  /**
   * Requests of the signed-in under way at once that ask the service to wait until it shows what
   * was just done; they do not stand in the way of the others.
   */
  @WithDefault("16")
  int waits();

  /** Uploads and downloads under way at once; they may be slow, so they do not stand in the way. */
  @WithDefault("16")
  int transfers();

  /** Of those, the most of one account, as its token says; without a token, of one address. */
  @WithDefault("4")
  int transfersOfAccount();

  /** Of those, the most of one address, behind which an office may sit. */
  @WithDefault("8")
  int transfersOfAddress();

  /** Event streams open at once. */
  @WithDefault("100")
  int streams();

  /** Requests that may wait for a place. */
  @WithDefault("64")
  int waiting();

  /** Bytes of small bodies that may lie in memory at once, over all services. */
  @WithDefault("8000000")
  long collected();

  Limits limits();

  Time time();

  SignIn signIn();

  House house();

  Audit audit();

  Board board();

  Security security();

  /** Of the board of figures that is live. */
  interface Board {
    /** How often the services are asked while somebody listens, once for all who see the same. */
    @WithDefault("5s")
    Duration every();

    /** Browsers that listen at once. */
    @WithDefault("2000")
    int listeners();

    /** Of those, the most of one account; tabs of one browser are one. */
    @WithDefault("50")
    int ofAccount();

    /** After which a browser comes back by itself and shows anew who it is. */
    @WithDefault("4M")
    Duration life();
  }

  /** Of the book in which it is written who signs in, and is refused. */
  interface Audit {
    /** Where it lies, closed to others; nothing is written down where it is not set. */
    Optional<Path> directory();

    /** Of this gateway among those of the office, 1 to 3; no two have the same. */
    @WithDefault("1")
    int number();
  }

  /** To whom a security problem is reported (RFC 9116). Where nothing is set: nobody is named. */
  interface Security {
    /** Addresses, the preferred first: {@code mailto:}, {@code tel:} or {@code https:}. */
    Optional<List<URI>> contact();

    /** The last day on which this holds; somebody looks again before. */
    Optional<LocalDate> until();
  }

  /**
   * Of the network the gateway is reached from besides this machine. Where nothing is set: none.
   */
  interface House {
    /** Where it is reached over TLS; in clear text nothing but {@code /ca} is served there. */
    Optional<URI> address();

    /** File with the certificate that phones have to trust, PEM or DER. */
    Optional<Path> authority();
  }

  /** How somebody signs in here with a browser. Where nothing of it is set, nobody does. */
  interface SignIn {
    /** File with the key that seals sessions; made where there is none. */
    Optional<Path> key();

    /** Directory of the demo accounts' tokens: of a local stack, never in production. */
    Optional<Path> tokens();

    /** For each service to say what waits for somebody. */
    @WithDefault("2s")
    Duration waiting();
  }

  /** How often anybody may ask. */
  interface Limits {
    /** Of one address without a token. */
    Anonymous anonymous();

    /** Of all addresses without a token together. */
    Everybody everybody();

    /** Of one address with a token, right or wrong: a whole office may stand behind it. */
    SignedIn signedIn();

    /**
     * Of one address for what is opened by a short code; of a code that was right, wherever it is
     * asked from.
     */
    Codes codes();

    /**
     * Connections of one address open at once; the next is closed at once. Proxies have no limit.
     */
    @WithDefault("200")
    int connectionsPerAddress();

    /** Addresses of the office's own proxies, whose X-Forwarded-For is believed. */
    Optional<List<String>> proxies();
  }

  /** Requests a second in the long run, and how many may come at once. */
  interface Rate {
    double perSecond();

    double burst();
  }

  /** See {@link Limits#anonymous}. */
  interface Anonymous extends Rate {
    @Override
    @WithDefault("20")
    double perSecond();

    @Override
    @WithDefault("200")
    double burst();
  }

  /** See {@link Limits#codes}: six characters are not to be found by trying. */
  interface Codes extends Rate {
    @Override
    @WithDefault("0.1")
    double perSecond();

    @Override
    @WithDefault("20")
    double burst();
  }

  /** See {@link Limits#everybody}. */
  interface Everybody extends Rate {
    @Override
    @WithDefault("200")
    double perSecond();

    @Override
    @WithDefault("1000")
    double burst();
  }

  /** See {@link Limits#signedIn}. */
  interface SignedIn extends Rate {
    @Override
    @WithDefault("200")
    double perSecond();

    @Override
    @WithDefault("1000")
    double burst();
  }

  /** How long the gateway waits for what. */
  interface Time {
    /** For a place at the service. */
    @WithDefault("5s")
    Duration place();

    /** For a connection to the service. */
    @WithDefault("2s")
    Duration connect();

    /** For the head of a connection's first request. */
    @WithDefault("10s")
    Duration head();

    /** For the next request of a connection that stands open. */
    @WithDefault("60s")
    Duration rest();

    /** Between two pieces of a request's body. */
    @WithDefault("20s")
    Duration bodyIdle();

    /** For the whole body of a request that is no table, where it is small. */
    @WithDefault("15s")
    Duration body();

    /** A longer one has a second more for each so many bytes it announces. */
    @WithDefault("32768")
    long bodyPerSecond();

    /** For the whole body of a table. */
    @WithDefault("1h")
    Duration tableBody();

    /**
     * Over which the pace of a table is judged, once half of it has gone by; never while the
     * service is the slow one.
     */
    @WithDefault("20s")
    Duration pace();

    /** The least of a table, in bytes a second, over that time. */
    @WithDefault("1024")
    long leastPerSecond();

    /** From the end of the request to the head of the answer. */
    @WithDefault("60s")
    Duration answer();

    /** The same for a table, which is judged row by row before the answer. */
    @WithDefault("30M")
    Duration tableAnswer();

    /** Between two pieces of an answer, whoever is the slow one. */
    @WithDefault("60s")
    Duration answerIdle();

    /** After this an answer still under way counts as a transfer. */
    @WithDefault("5s")
    Duration transferAfter();

    /**
     * Silence on an event stream after which a comment is sent; keep it below half of others'
     * limits.
     */
    @WithDefault("15s")
    Duration heartbeat();

    /** Life of an event stream; the browser comes back by itself. */
    @WithDefault("1h")
    Duration stream();
  }
}

package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice stands in the log where its proof says, or what is wrong has a name. */
class NoticeCheckTest {
  private static final int SIZE = 600;
  private static final int INDEX = 300;

  @TempDir Path home;

  private PublicLog log;
  private Path seen;

  @BeforeEach
  void log() throws Exception {
    log =
        new PublicLog(Files.createDirectory(home.resolve("log")))
            .upTo(INDEX)
            .add("d-1-S", 1, PublicLog.CONTENT)
            .upTo(SIZE)
            .written();
    seen = home.resolve("seen");
  }

  private List<String> keys() {
    return List.of(log.key, log.witness.verifierKey);
  }

  private List<String> log(PublicLog of) throws Exception {
    return NoticeCheck.log(of.directory.toString(), List.of(of.key), seen);
  }

  private String file(String proof) throws Exception {
    return Files.writeString(home.resolve("proof.json"), proof).toString();
  }

  private static void assertRefused(Code code, String why, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(code))
        .hasMessageContaining(why);
  }

  @Test
  void a_kept_proof_says_where_the_notice_stands_with_nobody_to_ask() throws Exception {
    assertThat(NoticeCheck.notice(file(log.proof(INDEX, PublicLog.CONTENT)), keys(), null))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("OK result d-1-S version 1: leaf 301 of 600, root ")
                .contains("its content has the hash of the leaf", "there is a later version, 2")
                .contains("signed, 1 of 1 witnesses cosigned"))
        .contains("   state: VALID");
    assertThat(NoticeCheck.notice(file(log.proof(INDEX, null)), List.of(), null).getFirst())
        .contains("may not be read any more", "signature not checked, no key given");
  }

  @Test
  void content_a_leaf_a_path_and_a_signature_that_do_not_hold_are_told_apart() throws Exception {
    assertRefused(
        Code.NOTICE_CONTENT,
        "is not what leaf 301 has the hash of",
        () ->
            NoticeCheck.notice(
                file(log.proof(INDEX, PublicLog.CONTENT.replace("VALID", "WITHDRAWN"))),
                keys(),
                null));
    assertRefused(
        Code.NOTICE_PROOF,
        "does not lead from leaf 301",
        () ->
            NoticeCheck.notice(
                file(log.proof(INDEX, null).replace("d-1-S 1 ", "d-1-T 1 ")), keys(), null));
    assertRefused(
        Code.NOTICE_PROOF,
        "does not lead from leaf 302",
        () ->
            NoticeCheck.notice(
                file(log.proof(INDEX, null).replace("\"index\":300", "\"index\":301")),
                keys(),
                null));
    assertRefused(
        Code.CHECKPOINT,
        "not signed by the key of this log",
        () ->
            NoticeCheck.notice(
                file(log.proof(INDEX, null)),
                List.of(new PublicLog(Files.createDirectory(home.resolve("other"))).key),
                null));
    assertRefused(
        Code.MALFORMED,
        "not a leaf",
        () ->
            NoticeCheck.notice(
                file(log.proof(INDEX, null).replace("dr/notice/1", "dr/notice/2")), keys(), null));
    assertRefused(
        Code.MALFORMED, "no proof of a notice", () -> NoticeCheck.notice(file("{}"), keys(), null));
  }

  private static String told(Path export, String... keys) {
    var text = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("--unlisted", export.toString()));
    arguments.addAll(List.of(keys));
    Verify.ledger(arguments, new PrintStream(text, true, UTF_8));
    return text.toString(UTF_8);
  }

  @Test
  void an_export_alone_gives_the_root_of_its_log_of_notices_and_names_a_flipped_byte()
      throws Exception {
    Path export = home.resolve("export");
    var exported =
        new PublicLog(Files.createDirectories(export.resolve("notices"))).upTo(SIZE).written();
    String root = Hash.hex(exported.root(0, SIZE));

    assertThat(told(export, exported.ledgerKey(), exported.witness.verifierKey))
        .contains("OK " + PublicLog.ORIGIN + ": 600 leaves", "root " + root, "1 of 1 witnesses");
    exported.flip("tile/0/001", 5);
    assertThat(told(export, exported.ledgerKey()))
        .contains("NOTICE_TILE", "tile/0/001: hash 0 is not that of leaf 257");
    exported.flip("tile/0/001", 5);
    exported.flip("tile/entries/002.p/88", 60);
    assertThat(told(export, exported.ledgerKey()))
        .contains("NOTICE_TILE", "tile/entries/002.p/88: leaf 513 is not the one that was signed");
    assertThat(told(export, log.ledgerKey())).contains("CHECKPOINT", "not signed by the key");
    assertThat(told(export, log.witness.verifierKey)).contains("CHECKPOINT", "no key for");
  }

  @Test
  void a_cosignature_that_does_not_hold_is_named() throws Exception {
    String forged = SigningKey.keptIn(home.resolve("forger"), log.witness.name).verifierKey;
    assertRefused(
        Code.CHECKPOINT,
        "the cosignature of witness.example/w does not hold",
        () -> NoticeCheck.log(log.directory.toString(), List.of(log.key, forged), null));
    assertThat(NoticeCheck.log(log.directory.toString(), keys(), null))
        .singleElement()
        .asString()
        .contains("OK " + PublicLog.ORIGIN + ": 600 leaves", "1 of 1 witnesses cosigned");
  }

  @ParameterizedTest
  @CsvSource({
    "tile/0/000, 33, tile/0/000: hash 1 is not that of leaf 2",
    "tile/0/001, 0, tile/0/001: hash 0 is not that of leaf 257",
    "tile/0/002.p/88, 2815, tile/0/002.p/88: hash 87 is not that of leaf 600",
    "tile/1/000.p/2, 40, tile/1/000.p/2: hash 1 is not that of leaf 257",
    "tile/entries/001, 60, tile/entries/001: leaf 257 is not the one that was signed",
    "tile/entries/000, 0, tile/entries/000: ends within leaf"
  })
  void a_flipped_byte_of_a_tile_is_named(String tile, int at, String named) throws Exception {
    log.flip(tile, at);
    assertRefused(Code.NOTICE_TILE, named, () -> log(log));
  }

  @Test
  void a_tile_cut_short_is_named_and_so_are_leaves_that_were_never_signed() throws Exception {
    Path tile = log.directory.resolve("tile/0/001");
    byte[] whole = Files.readAllBytes(tile);
    Files.write(tile, java.util.Arrays.copyOf(whole, 100));
    assertRefused(Code.NOTICE_TILE, "tile/0/001: 256 hashes of 32 bytes", () -> log(log));
    Files.write(tile, whole);
    String signed = log.checkpoint();
    log.upTo(0);
    PublicLog other =
        new PublicLog(Files.createDirectory(home.resolve("other"))).upTo(SIZE).written();
    Files.writeString(other.directory.resolve("checkpoint"), signed);
    assertRefused(
        Code.CHECKPOINT,
        "600 leaves do not have the root that was signed",
        () -> NoticeCheck.log(other.directory.toString(), List.of(log.key), null));
  }

  @ParameterizedTest
  @CsvSource({
    "tile/0/001, 1408, tile/0/001: hash 44",
    "tile/0/001, 1450, tile/0/001: does not have",
    "tile/0/001, 8000, tile/0/001: does not have",
    "tile/1/000.p/2, 5, tile/1/000.p/2: does not have"
  })
  void a_notice_is_looked_up_in_the_tiles_and_the_one_that_was_changed_is_named(
      String tile, int at, String named) throws Exception {
    log.flip(tile, at);
    NoticeProof proof = NoticeProof.read(log.proof(INDEX, null).getBytes(UTF_8));
    assertRefused(
        Code.NOTICE_TILE,
        named,
        () -> NoticeCheck.tiles(proof, new Tiles(LogSource.of(log.directory.toString()), SIZE)));
  }

  @Test
  void a_log_that_grew_is_the_same_log_and_one_rolled_back_or_split_is_not() throws Exception {
    log(log);
    assertThat(seen).hasContent(log.checkpoint());
    log.upTo(700).written();
    assertThat(log(log)).contains("-- the 600 leaves seen before are its beginning");
    byte[] later = Files.readAllBytes(seen);

    PublicLog older =
        new PublicLog(Files.createDirectory(home.resolve("older"))).upTo(SIZE).written();
    assertRefused(
        Code.NOTICE_OLDER, "700 leaves were seen before, now there are 600", () -> log(older));
    PublicLog split =
        new PublicLog(Files.createDirectory(home.resolve("split"))).upTo(700).written();
    assertRefused(Code.NOTICE_SPLIT, "the first 700 leaves have another root", () -> log(split));
    split.upTo(701).written();
    assertRefused(Code.NOTICE_SPLIT, "the first 700 leaves have another root", () -> log(split));
    assertThat(seen).hasBinaryContent(later);
  }

  private static final String PAGE = "http://127.0.0.1:1/publication/ui/results/d-1-S";

  private static byte[] pdf(String text, boolean packed) throws Exception {
    var file = new ByteArrayOutputStream();
    file.writeBytes("%PDF-1.7\n1 0 obj <</Filter/FlateDecode>> stream\r\n".getBytes(ISO_8859_1));
    var stream = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(stream)) {
      deflate.write((packed ? text : "BT ET").getBytes(ISO_8859_1));
    }
    file.writeBytes(stream.toByteArray());
    file.writeBytes("\nendstream endobj\n".getBytes(ISO_8859_1));
    if (!packed) {
      file.writeBytes(text.getBytes(ISO_8859_1));
    }
    return file.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_printed_page_names_its_notice_in_the_clear_or_packed(boolean packed) throws Exception {
    byte[] pdf = pdf("<</S/URI/URI(" + PAGE + "?lang=en)>>", packed);
    assertThat(NoticeAddress.isPdf(pdf)).isTrue();
    assertThat(NoticeAddress.ofPdf(pdf).proof())
        .isEqualTo("http://127.0.0.1:1/publication/api/v1/results/d-1-S/proof");
    String draw = "(" + PAGE.replace("results/d-1-S", "draws/d-1") + ")";
    String own = "(" + PAGE.replace("/results", "/proofs/results") + ")";
    assertThat(NoticeAddress.ofPdf(pdf(draw + own, packed)).proof())
        .as("a result leads to its draw, too")
        .endsWith("/api/v1/results/d-1-S/proof");
    byte[] both = pdf(draw + "(" + PAGE + ")", packed);
    assertRefused(Code.MALFORMED, "several notices", () -> NoticeAddress.ofPdf(both));
    byte[] other = pdf("http://127.0.0.1:1/publication/ui/search", packed);
    assertRefused(Code.MALFORMED, "no address of a notice", () -> NoticeAddress.ofPdf(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE,
        "http://127.0.0.1:1/publication/ui/proofs/results/d-1-S",
        "http://127.0.0.1:1/publication/api/v1/results/d-1-S/proof",
        "http://127.0.0.1:1/publication/api/v1/results/d-1-S/imprint"
      })
  void every_address_of_a_notice_leads_to_its_proof(String address) {
    assertThat(NoticeAddress.read(address).proof())
        .isEqualTo("http://127.0.0.1:1/publication/api/v1/results/d-1-S/proof");
    assertThat(NoticeAddress.read(address + "?version=2").proof()).endsWith("/proof?version=2");
    assertThat(NoticeAddress.read(address).log())
        .isEqualTo("http://127.0.0.1:1/publication/log/notices");
  }

  @Test
  void an_address_is_asked_for_the_proof_the_tiles_and_what_was_seen_before() throws Exception {
    List<String> asked = new ArrayList<>();
    HttpServer server = serving(asked);
    server.start();
    try {
      String page = PAGE.replace(":1/", ":" + server.getAddress().getPort() + "/");
      assertThat(said(0, "notice", page, "--seen", seen.toString()))
          .contains("-- key taken from the log itself", "OK result d-1-S version 1: leaf 301");
      assertThat(asked)
          .contains(
              "/publication/log/notices/tile/0/001", "/publication/log/notices/tile/1/000.p/2");
      assertThat(said(0, "notice", page, "--seen", seen.toString()))
          .contains("-- the 600 leaves seen before are its beginning");
      assertThat(said(1, "notice", page.replace("d-1-S", "d-2-S"), log.key))
          .startsWith("NOTICE_PROOF ")
          .contains("d-2-S/proof was asked for, and the proof given is that of result d-1-S");
      assertThat(said(1, "notice", page.replace("results", "plans"), log.key))
          .startsWith("NOTICE_PROOF ");
      log.flip("tile/0/001", 8_000);
      assertThat(said(1, "notice", page, log.key))
          .startsWith("NOTICE_TILE 公示账本的分块被改动  tile/0/001: does not have");
      String nowhere = page.replaceFirst("/ui.*", "/log/nowhere");
      assertThat(said(1, "notices", nowhere, log.key))
          .startsWith(
              "UNREADABLE 这个地址没有内容，请核对 nothing stands at this address; look it up: " + nowhere)
          .doesNotContain("文件", "目录", "404");
    } finally {
      server.stop(0);
    }
    assertThat(said(1, "notice", PAGE))
        .startsWith("UNREADABLE 连接不上，请核对地址和网络 nobody answers at this address: ")
        .doesNotContain("null", "文件", "目录");
    assertThat(said(2, "notice")).contains("用法 usage");
    assertThat(said(1, "notice", "http://127.0.0.1/nothing")).startsWith("MALFORMED 格式不对");
  }

  /** The papers that are published of the notice, by what is asked of the address. */
  private final Map<String, byte[]> papers = new HashMap<>();

  private HttpServer serving(List<String> asked) throws Exception {
    // The first server of a process settles the limits of all; a witness may come after this one.
    Witness.limits();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    byte[] proof = log.proof(INDEX, PublicLog.CONTENT).getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          try {
            byte[] body =
                path.endsWith("/proof")
                    ? proof
                    : path.endsWith("/notice.pdf")
                        ? paper(exchange.getRequestURI().getQuery())
                        : Files.readAllBytes(
                            log.directory.resolve(
                                path.replaceFirst("/publication/log/notices/", "")));
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
              out.write(body);
            }
          } catch (NoSuchFileException e) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          }
        });
    return server;
  }

  private byte[] paper(String asked) throws NoSuchFileException {
    byte[] paper = papers.get(asked);
    if (paper == null) {
      throw new NoSuchFileException(asked);
    }
    return paper;
  }

  @Test
  void a_paper_that_was_altered_is_named_and_one_that_was_not_is_what_is_published()
      throws Exception {
    HttpServer server = serving(new ArrayList<>());
    server.start();
    try {
      String page = PAGE.replace(":1/", ":" + server.getAddress().getPort() + "/");
      String printed = "(" + page + ")<pdf:Producer>double-random</pdf:Producer>/Lang (%s)";
      for (String language : List.of("zh-CN", "en")) {
        papers.put("lang=" + language.substring(0, 2), pdf(printed.formatted(language), false));
      }
      for (byte[] paper : papers.values()) {
        Path file = Files.write(home.resolve("notice.pdf"), paper);
        assertThat(said(0, "notice", file.toString(), log.key))
            .contains(
                "OK result d-1-S version 1: leaf 301",
                "-- the PDF is, byte for byte, what http://",
                "/api/v1/results/d-1-S/notice.pdf?lang=",
                " hands out; that address stands in the file and nobody signed it")
            .doesNotContain("is published");
        byte[] altered = paper.clone();
        altered[altered.length - 1] ^= 1;
        Files.write(file, altered);
        assertThat(said(1, "notice", file.toString(), log.key))
            .startsWith("NOTICE_PAPER 公告文件与公布的不是同一份  this PDF was altered")
            .contains("result d-1-S version 1: leaf 301 of 600");
      }
      Path printedByBrowser = Files.write(home.resolve("page.pdf"), pdf("(" + page + ")", false));
      assertThat(said(0, "notice", printedByBrowser.toString(), log.key))
          .startsWith("-- NOT COMPARED 文件本身没有比对: the service did not print this PDF")
          .contains("OK result d-1-S version 1");
    } finally {
      server.stop(0);
    }
  }

  private static String said(int status, String... words) {
    var text = new ByteArrayOutputStream();
    assertThat(Verify.run(List.of(words), new PrintStream(text, true, UTF_8)))
        .as(text.toString(UTF_8))
        .isEqualTo(status);
    return text.toString(UTF_8);
  }
}

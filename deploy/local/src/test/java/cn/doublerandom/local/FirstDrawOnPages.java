package cn.doublerandom.local;

import cn.doublerandom.local.browser.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An office's first year on pages alone, from an empty register to the question why a firm was not
 * drawn, each person before a browser of his own, which makes and keeps what is his alone.
 */
final class FirstDrawOnPages {
  static final String BUREAU = "清河县交通运输局";

  private static final String TASK = "2023001-001";
  private static final String OTHER_TASK = "2023003-002";
  private static final String PLAN = "/draw/ui/plans/";

  /** What each throws: one has an account, two a code; all hold a telephone. */
  private static final Map<String, String> DICE =
      Map.of("纪检监察室", "314159", "企业代表", "271828", "公众代表", "161803");

  /** Those with a code, and what kind of witness each is. */
  private static final Map<String, String> BY_CODE = Map.of("企业代表", "ENTERPRISE", "公众代表", "PUBLIC");

  private static final String WITH_AN_ACCOUNT = "纪检监察室";

  private final HandbookPictures pictures;
  private final OfficeFiles files;
  private final Path desk;
  private final Home home;
  private final Cast cast;
  private final Map<String, String> codes = new HashMap<>();

  /**
   * Who takes part.
   *
   * @param witness with an account, before his telephone
   * @param handing who hands out the codes, one each: nobody may know two, and who agrees to the
   *     terms knows none
   * @param phones of those who have a code, by their names
   */
  record Cast(
      Person registrar,
      Person coordinator,
      Person approver,
      Person supervisor,
      Person witness,
      List<Person> handing,
      Map<String, Person> phones) {}

  /**
   * @param desk where files are kept on the way from page to page
   */
  FirstDrawOnPages(Home home, Path desk, Cast cast, HandbookPictures pictures) {
    this.pictures = pictures;
    this.home = home;
    this.files = new OfficeFiles(home);
    this.desk = desk;
    this.cast = cast;
  }

  /** The names of those who have a code. */
  static Set<String> byCode() {
    return BY_CODE.keySet();
  }

  /** 一单两库: the mandate by two people, three tables, and what the bureau does is claimed. */
  void registers(List<String> items) throws IOException {
    mandate();
    takes("items", files.items(desk));
    subjects();
    takes("inspectors", home.sample("inspectors.csv"));
    for (String item : items) {
      cast.registrar()
          .opens("/registry/ui/items/" + item)
          .at("/claim")
          .fills("unit", BUREAU)
          .presses();
    }
  }

  private void mandate() {
    cast.registrar()
        .opens("/registry/ui/offices")
        .at("/offices")
        .fills("unit", BUREAU)
        .fills("level", "COUNTY")
        .fills("document", "清河县交通运输局职能配置、内设机构和人员编制规定（示例）")
        .fills("clauses", "第三条第（一）项 | 负责道路运输行业监督管理 | 道路运输\n第三条第（二）项 | 负责公路工程建设监督管理 | 公路工程质量、公路工程安全")
        .presses();
    cast.approver().opens("/registry/ui/requests").follows("/requests/mandates/");
    pictures.keeps("request", cast.approver());
    cast.approver().at("/approval").presses();
  }

  /** Three hundred with twelve slips: the good are taken, the marked table is mended and taken. */
  private void subjects() throws IOException {
    Person registrar = handsIn("subjects", files.subjects(desk));
    expect("slips", OfficeFiles.SLIPS.size(), registrar.all("td.warn").size());
    pictures.keeps("import", registrar);
    registrar.at("/taking").presses().awaitsThat("main a[href$='/marked']");
    Path marked = desk.resolve("marked.xlsx");
    registrar.saves("/marked", marked);
    handsIn("subjects", files.mended(marked, desk));
    expect("slips left", 0, registrar.all("td.warn").size());
    registrar.at("/taking").presses();
    // Who comes later is entered by two.
    cast.approver()
        .opens("/registry/ui/requests")
        .follows("/requests/batches/")
        .at("/approval")
        .presses();
  }

  private void takes(String register, Path table) {
    handsIn(register, table).at("/taking").presses();
  }

  private Person handsIn(String register, Path table) {
    return cast.registrar()
        .opens("/registry/ui/" + register + "/imports")
        .at("/imports")
        .attaches("file", table)
        .presses()
        .awaitsThat("form[action$='/taking']");
  }

  private static void expect(String what, int wanted, int found) {
    if (wanted != found) {
      throw new AssertionError("%s: %d, not %d".formatted(what, found, wanted));
    }
  }

  /** 年度计划 from Word: what it leaves open is answered, another approves it, all may read it. */
  String plan() throws IOException {
    Person coordinator = cast.coordinator();
    coordinator
        .opens("/draw/ui/plans")
        .follows("/plans/import")
        .at("/plans/imports")
        .attaches("file", files.plan(desk))
        .presses();
    List<String> asked = coordinator.all("input[name=place]");
    expect("questions", 2, asked.size());
    pictures.keeps("plan", coordinator);
    for (String place : asked) {
      coordinator.answers("a." + place, place.endsWith(".ISSUER") ? BUREAU : OfficeFiles.THIS_YEAR);
    }
    coordinator.at("/plans/imports").presses().at("/plans/imports").presses();
    String plan = coordinator.address().replaceAll("[?#].*", "").substring(PLAN.length());
    scope(plan, TASK, "ENTERPRISE", List.of("道路运输"), List.of("道路运输"));
    scope(plan, OTHER_TASK, "PROJECT", List.of("国省干线", "地方道路"), List.of("公路工程质量", "公路工程安全"));
    coordinator.opens(PLAN + plan).at("/submission").presses();
    cast.approver().opens("/desk").follows(PLAN + plan).at("/approval").presses();
    coordinator.opens(PLAN + plan).at("/report").fills("to", "邢台市交通运输局").presses();
    coordinator.at("/publication").presses();
    return plan;
  }

  private void scope(
      String plan, String task, String kind, List<String> labels, List<String> fields) {
    cast.coordinator()
        .opens(PLAN + plan)
        .follows("/tasks/" + task)
        .awaitsThat("[name=labels][value='" + labels.getFirst() + "']")
        .at("/tasks/" + task)
        .fills("subjectKind", kind)
        .fills("labels", labels.toArray(String[]::new))
        .fills("itemFields", fields.toArray(String[]::new))
        .presses()
        .at("/scope")
        .presses();
  }

  /** 每期实施方案: written, agreed to by another, published. */
  void programme() {
    cast.coordinator()
        .opens("/draw/ui/tasks/" + TASK)
        .at("/programme")
        .fills("title", "道路运输行业随机抽查实施方案")
        .fills("teams", "6")
        .fills("training", "检查前集中学习抽查检查工作指引")
        .fills("method", "实地检查")
        .fills("contact", "局法制安全科")
        .presses();
    cast.approver().opens("/draw/ui/tasks/" + TASK).at("/programme/approval").presses();
    cast.coordinator().opens("/draw/ui/tasks/" + TASK).at("/programme/publication").presses();
  }

  /** 抽取: tried, frozen, agreed to, promised, deposited, committed; the draw's address. */
  String commitment() {
    Person coordinator = cast.coordinator();
    coordinator
        .opens("/draw/ui/tasks/" + TASK)
        .follows("/tasks/" + TASK + "/draw")
        .at("/draw")
        .fills("seat1", "unit:" + DemoDesk.BRIGADE)
        .presses()
        .at("/draw/freeze")
        .presses();
    String draw = coordinator.address().replaceAll("[?#].*", "");
    cast.approver().opens(draw).at("/terms-approval").presses();
    coordinator
        .opens(draw)
        .at("/witnesses")
        .fills("name", WITH_AN_ACCOUNT)
        .fills("kind", "DISCIPLINE_INSPECTION")
        .fills("account", cast.witness().account())
        .presses();
    promises(cast.witness().opens("/draw/ui/ceremony").follows("/ceremony/"), WITH_AN_ACCOUNT);
    Iterator<Person> handing = cast.handing().iterator();
    cast.phones()
        .forEach((name, phone) ->
            promises(phone.opens(code(handing.next(), draw, name, BY_CODE.get(name))), name));
    deposit(draw);
    coordinator.opens(draw).at("/commitment").fills("executeBy", "2023-03-20T16:00").presses();
    return draw;
  }

  /** An approver hands out a code, which his page shows once; the link for the telephone. */
  private String code(Person approver, String draw, String name, String kind) {
    List<String> shown =
        approver
            .opens(draw)
            .follows("/witness-codes")
            .at("/witness-codes")
            .fills("name", name)
            .fills("kind", kind)
            .presses()
            .all("main code");
    codes.put(name, shown.getFirst());
    return shown.getLast().replaceFirst("^https?://[^/]+", "");
  }

  private void promises(Person witness, String name) {
    witness.types("own", DICE.get(name)).clicks("make");
    pictures.keeps("witness", witness);
    witness.at("promises").presses();
  }

  /** The secret of the operator and the key of the supervisor, each in the browser of its own. */
  private void deposit(String draw) {
    cast.supervisor()
        .opens("/desk")
        .awaitsThat("main a[href*='/supervisor-keys']")
        .follows("/supervisor-keys")
        .taps("#make-key:not([hidden])")
        .sees("tr[data-public]");
    cast.coordinator()
        .opens(draw)
        .taps("#seal:not([hidden])")
        .sees("[data-keeper=laying] #seal-again:not([hidden])");
    cast.supervisor()
        .opens(draw)
        .taps("#unseal:not([hidden])")
        .sees("main:not(:has([data-keeper=opening]))");
  }

  /** A minute after: each witness reveals what his browser kept, and the operator draws. */
  void execution(String draw) {
    String ceremony = draw.replace("/draws/", "/ceremony/");
    cast.witness().opens(ceremony).awaits("/contributions").at("/contributions").presses();
    cast.phones()
        .forEach((name, phone) ->
            phone
                .opens(ceremony)
                .awaits("/code-contributions")
                .at("/code-contributions")
                .fills("code", codes.get(name))
                .presses());
    cast.coordinator()
        .opens(draw)
        .awaits("/execution")
        .sees("#secret-filled:not([hidden])")
        .at("/execution")
        .presses()
        .awaitsThat("a[href*='/replacements']");
  }

  /** 检查对象名单: printed by the coordinator, with room to sign. */
  Path list(String draw) {
    Path list = desk.resolve("list.pdf");
    cast.coordinator().opens(draw).fetches("/papers/LIST", list);
    return list;
  }

  /** A firm that was not drawn. */
  String notDrawn(String draw) {
    Set<String> drawn = Set.copyOf(cast.coordinator().opens(draw).all("td.lead code"));
    return IntStream.range(0, OfficeFiles.ADDED)
        .mapToObj(OfficeFiles::code)
        .filter(code -> !drawn.contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** What the page answers whoever asks why it was not. */
  String whyNot(String draw) {
    String firm = notDrawn(draw);
    return String.join(
        "\n",
        cast.coordinator()
            .follows("/explain")
            .at("/explain")
            .fills("subject", OfficeFiles.nameOf(firm))
            .presses()
            .all("main h2, main h2 ~ p"));
  }
}

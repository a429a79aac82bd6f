package cn.doublerandom.local;

import cn.doublerandom.local.browser.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The seed's path from claim to executed draw on pages alone, each person before a browser of his
 * own. What the bureau does elsewhere is done elsewhere: the mandate is entered over its address,
 * and the secrets of operator and supervisor are sealed and opened by the program of their own that
 * the page names (docs/draw-protocol.md §4).
 */
final class FirstDrawOnPages {
  private static final String TASK = "2023001-001";
  private static final String OTHER_TASK = "2023003-002";
  private static final String PLAN = "/draw/ui/plans/";

  /** What a witness throws. */
  private static final Map<String, String> DICE =
      Map.of("witness-1", "314159", "witness-2", "271828", "witness-3", "161803");

  private final Home home;
  private final Person registrar;
  private final Person coordinator;
  private final Person approver;
  private final Person supervisor;
  private final List<Person> witnesses;
  private final String secret = Witness.operatorSecret();
  private final DepositSeal.Key key = DepositSeal.Key.fresh();

  FirstDrawOnPages(
      Home home,
      Person registrar,
      Person coordinator,
      Person approver,
      Person supervisor,
      List<Person> witnesses) {
    this.home = home;
    this.registrar = registrar;
    this.coordinator = coordinator;
    this.approver = approver;
    this.supervisor = supervisor;
    this.witnesses = witnesses;
  }

  /** 一单两库: three tables are taken, and what the bureau does is claimed. */
  void registers(List<String> items) {
    takes("items");
    takes("subjects");
    takes("inspectors");
    for (String item : items) {
      registrar
          .opens("/registry/ui/items/" + item)
          .at("/claim")
          .fills("unit", "清河县交通运输局")
          .presses();
    }
  }

  private void takes(String register) {
    Path table = home.sample(register + ".csv");
    registrar.opens("/registry/ui/" + register + "/imports").at("/imports").attaches("file", table);
    registrar.presses().at("/taking").presses();
  }

  /** 年度计划: pasted, its scopes decided, submitted, approved, reported, published. */
  String plan() {
    coordinator
        .opens("/draw/ui/plans/import")
        .at("/plans/imports")
        .attaches("file", home.sample("plan-2023.txt"))
        .presses()
        .at("/plans/imports")
        .presses();
    String plan = coordinator.address().replaceAll("[?#].*", "").substring(PLAN.length());
    scope(plan, TASK, "ENTERPRISE", List.of("道路运输"), List.of("道路运输"));
    scope(plan, OTHER_TASK, "PROJECT", List.of("国省干线", "地方道路"), List.of("公路工程质量", "公路工程安全"));
    coordinator.opens(PLAN + plan).at("/submission").presses();
    approver.opens(PLAN + plan).at("/approval").presses();
    coordinator.opens(PLAN + plan).at("/report").fills("to", "邢台市交通运输局").presses();
    coordinator.at("/publication").presses();
    return plan;
  }

  private void scope(
      String plan, String task, String kind, List<String> labels, List<String> fields) {
    coordinator
        .opens(PLAN + plan + "/tasks/" + task)
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
    coordinator
        .opens("/draw/ui/tasks/" + TASK)
        .at("/programme")
        .fills("title", "道路运输行业随机抽查实施方案")
        .fills("teams", "6")
        .fills("training", "检查前集中学习抽查检查工作指引")
        .fills("method", "实地检查")
        .fills("contact", "局法制安全科")
        .presses();
    approver.opens("/draw/ui/tasks/" + TASK).at("/programme/approval").presses();
    coordinator.opens("/draw/ui/tasks/" + TASK).at("/programme/publication").presses();
  }

  /** 抽取: tried, frozen, agreed to, promised, deposited, committed; the draw's address. */
  String commitment() {
    coordinator
        .opens("/draw/ui/tasks/" + TASK)
        .follows("/tasks/" + TASK + "/draw")
        .at("/draw")
        .fills("seat1", "unit:" + DemoDesk.BRIGADE)
        .presses()
        .at("/draw/freeze")
        .presses();
    String draw = coordinator.address().replaceAll("[?#].*", "");
    approver.opens(draw).at("/terms-approval").presses();
    coordinator.opens(draw);
    names("纪检监察室", "DISCIPLINE_INSPECTION", "witness-1");
    names("企业代表", "ENTERPRISE", "witness-2");
    names("公众代表", "PUBLIC", "witness-3");
    for (Person witness : witnesses) {
      witness
          .opens("/draw/ui/ceremony")
          .follows("/ceremony/")
          .types("own", DICE.get(witness.account()))
          .clicks("make")
          .at("/promises")
          .presses();
    }
    deposit(draw);
    coordinator.opens(draw).at("/commitment").fills("executeBy", "2023-03-20T16:00").presses();
    return draw;
  }

  private void names(String name, String kind, String account) {
    coordinator
        .at("/witnesses")
        .fills("name", name)
        .fills("kind", kind)
        .fills("account", account)
        .presses();
  }

  /** What the programs of operator and supervisor say, each pasted by its own person. */
  private void deposit(String draw) {
    String id = draw.substring(draw.lastIndexOf('/') + 1);
    String receipt = Witness.operatorSecret();
    String commitment = Witness.operatorCommitment(secret);
    coordinator
        .opens(draw)
        .at("/deposit")
        .fills("operatorCommitment", commitment)
        .fills("sealed", DepositSeal.seal(id, key.publicHalf(), secret, receipt))
        .fills("key", key.publicHalf())
        .fills("receiptHash", DepositSeal.receiptHash(receipt))
        .presses();
    supervisor
        .opens(draw)
        .at("/deposit-confirmation")
        .fills("openedCommitment", commitment)
        .fills("receipt", receipt)
        .presses();
  }

  /** The supervisor's key, as {@code ./suite witness key} makes it known. */
  DepositSeal.Key key() {
    return key;
  }

  /** A minute after: each witness reveals what his browser kept, and the operator draws. */
  void execution(String draw) {
    for (Person witness : witnesses) {
      witness
          .opens(draw.replace("/draws/", "/ceremony/"))
          .awaits("/contributions")
          .at("/contributions")
          .presses();
    }
    coordinator
        .opens(draw)
        .awaits("/execution")
        .at("/execution")
        .fills("operatorSecret", secret)
        .presses()
        .awaitsThat("a[href*='/replacements']");
  }
}

package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What waits in plans and draws: who may do it, which are roles of the address where it is done,
 * and in which words. {@code %1$s} is what it is about, {@code %2$s} what more there is to say.
 */
enum DrawMatter {
  PLAN_BEGIN(
      "plan-begin",
      List.of(Roles.COORDINATOR),
      MatterPlaces.PLANS,
      new Sentence("编制 %1$s 年度抽查工作计划", "Draw up the plan of %1$s")),
  PLAN_DRAFT(
      "plan-draft",
      List.of(Roles.COORDINATOR),
      MatterPlaces.PLAN,
      new Sentence(
          "完善并提交 %1$s 年度抽查工作计划（%2$s 项任务尚未确定抽查对象范围）",
          "Complete and submit the plan of %1$s (%2$s tasks without a scope)")),
  PLAN(
      "plan",
      List.of(Roles.APPROVER),
      MatterPlaces.PLAN,
      new Sentence("批准 %1$s 年度抽查工作计划", "Approve the plan of %1$s")),
  PLAN_REPORT(
      "plan-report",
      List.of(Roles.COORDINATOR),
      MatterPlaces.PLAN,
      new Sentence("上报 %1$s 年度抽查工作计划", "Report the plan of %1$s upwards")),
  PLAN_PUBLICATION(
      "plan-publication",
      List.of(Roles.COORDINATOR, Roles.APPROVER),
      MatterPlaces.PLAN,
      new Sentence("公示 %1$s 年度抽查工作计划", "Publish the plan of %1$s")),
  ADJUSTMENT(
      "adjustment",
      List.of(Roles.APPROVER),
      MatterPlaces.PLAN,
      new Sentence("批准 %1$s 年度抽查工作计划的调整", "Approve the adjustment of the plan of %1$s")),
  QUOTA(
      "quota",
      List.of(Roles.APPROVER),
      MatterPlaces.PLAN,
      new Sentence("批准任务 %2$s 的抽查比例", "Agree to the quota of task %2$s")),
  COMBINATION(
      "combination",
      List.of(Roles.COORDINATOR, Roles.APPROVER),
      MatterPlaces.PLAN,
      new Sentence("批准任务 %2$s 的合并抽取", "Agree to the combined draw of task %2$s")),
  DRAW_DUE(
      "draw-due",
      List.of(Roles.COORDINATOR),
      MatterPlaces.PROGRAMME,
      new Sentence("抽取任务 %2$s", "Draw task %2$s")),
  PROGRAMME(
      "programme",
      List.of(Roles.APPROVER),
      MatterPlaces.PROGRAMME,
      new Sentence("批准任务 %1$s 的实施方案“%2$s”", "Approve the programme “%2$s” of task %1$s")),
  PROGRAMME_RETURNED(
      "programme-returned",
      List.of(Roles.COORDINATOR),
      MatterPlaces.PROGRAMME,
      new Sentence(
          "按意见修改任务 %1$s 的实施方案“%2$s”并重新提交",
          "Change the programme “%2$s” of task %1$s, which was returned, and hand it in again")),
  PROGRAMME_PUBLICATION(
      "programme-publication",
      List.of(Roles.COORDINATOR, Roles.APPROVER),
      MatterPlaces.PROGRAMME,
      new Sentence("公示任务 %1$s 的实施方案“%2$s”", "Publish the programme “%2$s” of task %1$s")),
  EXCLUSION(
      "exclusion",
      List.of(Roles.APPROVER),
      MatterPlace.NOWHERE,
      new Sentence("批准抽取 %1$s 剔除检查对象 %2$s", "Agree to leave subject %2$s out of draw %1$s")),
  SEALING_KEY(
      "sealing-key",
      List.of(Roles.APPROVER),
      MatterPlace.NOWHERE,
      new Sentence("批准更换密封密钥", "Agree to the new sealing key")),
  TERMS(
      "terms",
      List.of(Roles.APPROVER),
      MatterPlaces.DRAW,
      new Sentence("批准抽取 %1$s 的抽取条件", "Agree to the terms of draw %1$s")),
  WITNESS_RELEASE(
      "witness-release",
      List.of(Roles.APPROVER),
      MatterPlaces.DRAW,
      new Sentence(
          "批准抽取 %1$s 解除指定已承诺的见证人“%2$s”",
          "Agree to release the witness “%2$s” of draw %1$s, who has promised")),
  PROMISE(
      "promise",
      List.of(Roles.WITNESS),
      MatterPlaces.CEREMONY,
      new Sentence("作为“%2$s”提交抽取 %1$s 的见证承诺", "Promise for draw %1$s as “%2$s”")),
  DEPOSIT(
      "deposit",
      List.of(Roles.SUPERVISOR),
      MatterPlaces.DRAW,
      new Sentence("确认收到抽取 %1$s 的密封存件", "Confirm the deposit of draw %1$s")),
  WITNESSES(
      "witnesses",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "为抽取 %1$s 指定见证人，或在批准后改用公开随机数公布承诺",
          "Name the witnesses of draw %1$s, or commit to a public source once it is agreed to")),
  PROMISES_OPEN(
      "promises-open",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "督促见证人提交抽取 %1$s 的见证承诺（%2$s）", "See that the witnesses of draw %1$s promise (%2$s)")),
  DEPOSIT_LAYING(
      "deposit-laying",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "由统筹人员把抽取 %1$s 的秘密密封交存监督人",
          "Have the operator deposit the secret of draw %1$s, sealed, with the supervisor")),
  SUPERVISOR_KEY(
      "supervisor-key",
      List.of(Roles.SUPERVISOR),
      MatterPlaces.SUPERVISOR_KEYS,
      new Sentence(
          "登记监督人钥匙，抽取 %1$s 等着向它密封交存",
          "Register a key of the supervisor, which draw %1$s is to be sealed to")),
  DEPOSIT_OPEN(
      "deposit-open",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "督促监督人启封核对抽取 %1$s 的密封存件", "See that the supervisor confirms the deposit of draw %1$s")),
  COMMITMENT(
      "commitment",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence("公布抽取 %1$s 的承诺", "Commit draw %1$s")),
  REVEAL(
      "reveal",
      List.of(Roles.WITNESS),
      MatterPlaces.CEREMONY,
      new Sentence("作为“%2$s”公开抽取 %1$s 的见证数", "Reveal for draw %1$s as “%2$s”")),
  REVEALS_OPEN(
      "reveals-open",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "督促见证人公开抽取 %1$s 的见证数（%2$s）", "See that the witnesses of draw %1$s reveal (%2$s)")),
  EXECUTION(
      "execution",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence("执行抽取 %1$s", "Execute draw %1$s")),
  DEPOSIT_OPENING(
      "deposit-opening",
      List.of(Roles.SUPERVISOR),
      MatterPlaces.DRAW,
      new Sentence(
          "统筹人员未执行抽取 %1$s 时启封存件",
          "Open the deposit of draw %1$s where the operator does not execute it")),
  OPENING(
      "opening",
      List.of(Roles.COORDINATOR, Roles.SUPERVISOR),
      MatterPlaces.DRAW,
      new Sentence("公开密封抽取 %1$s 的结果", "Open the sealed draw %1$s")),
  VOID(
      "void",
      List.of(Roles.APPROVER),
      MatterPlaces.DRAW,
      new Sentence("批准抽取 %1$s 作废", "Agree that draw %1$s is void")),
  REPLACEMENT(
      "replacement",
      List.of(Roles.APPROVER),
      MatterPlaces.DRAW,
      new Sentence(
          "批准抽取 %1$s 中检查对象 %2$s 的更换", "Agree to the replacement at subject %2$s of draw %1$s")),
  KEEPING(
      "keeping",
      List.of(Roles.APPROVER),
      MatterPlaces.DRAW,
      new Sentence(
          "批准抽取 %1$s 中检查对象 %2$s 的检查人员不回避",
          "Agree that the officer stays at subject %2$s of draw %1$s")),
  REPLACEMENT_DUE(
      "replacement-due",
      List.of(Roles.COORDINATOR),
      MatterPlaces.DRAW,
      new Sentence(
          "更换抽取 %1$s 中须回避的检查人员（检查对象 %2$s）",
          "Replace the recused officer at subject %2$s of draw %1$s"));

  private static final Map<String, DrawMatter> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(DrawMatter::code, matter -> matter));

  /** Who may do what, by code word. */
  static final Map<String, List<String>> ROLES =
      Arrays.stream(values()).collect(Collectors.toMap(DrawMatter::code, DrawMatter::roles));

  private final String code;
  private final List<String> roles;
  private final MatterPlace page;
  private final Sentence sentence;

  DrawMatter(String code, List<String> roles, MatterPlace page, Sentence sentence) {
    this.code = code;
    this.roles = roles;
    this.page = page;
    this.sentence = sentence;
  }

  static DrawMatter of(String code) {
    DrawMatter matter = BY_CODE.get(code);
    if (matter == null) {
      throw new IllegalStateException("nothing waits like that: " + code);
    }
    return matter;
  }

  String code() {
    return code;
  }

  List<String> roles() {
    return roles;
  }

  MatterPlace page() {
    return page;
  }

  Sentence sentence() {
    return sentence;
  }
}

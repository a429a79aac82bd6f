package cn.doublerandom.pagekit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What frames and tags say; English stands in {@code messages/kit_en.properties}. */
@MessageBundle("kit")
public interface KitWords {
  @Message("双随机、一公开")
  String suite();

  @Message("跳到正文")
  String skip();

  @Message("所在位置")
  String crumbs();

  @Message("待办")
  String desk();

  @Message("菜单")
  String menu();

  @Message("搜索")
  String search();

  @Message("名称或代码")
  String searchHint();

  @Message("退出")
  String signOut();

  @Message("English")
  String otherLanguage();

  @Message("大字")
  String largeText();

  @Message("标准字号")
  String normalText();

  @Message("操作手册")
  String handbook();

  @Message("本页怎么办")
  String help();

  @Message("以此身份办理")
  String actAs();

  @Message("代理 {name}")
  String actsFor(String name);

  @Message("代理 {name}（今天不是代理人）")
  String actsForNoMore(String name);

  @Message("在此单位办理")
  String actIn();

  @Message("切换")
  String change();

  @Message("演练")
  String practice();

  @Message("演练单位：数据均为虚构，所办一切不会公示。")
  String practiceMeans();

  @Message("公示首页")
  String portal();

  @Message("查询")
  String query();

  @Message("重置")
  String reset();

  @Message("更多条件")
  String moreFields();

  @Message("全部")
  String any();

  @Message("请选择")
  String choose();

  @Message("选填")
  String optional();

  @Message("序号")
  String serial();

  @Message("操作")
  String actions();

  @Message("排序")
  String sort();

  @Message("工作人员登录")
  String staff();

  @Message("符合 {count} 条，显示 {from}–{to}")
  String found(String count, String from, String to);

  @Message("显示 {from}–{to}")
  String shown(String from, String to);

  @Message("下一页")
  String nextPage();

  @Message("回到第一页")
  String firstPage();

  @Message("分页")
  String pages();

  @Message("{#if question}请先改正：{#else}没有提交，请先改正：{/if}")
  String refused(boolean question);

  @Message("返回")
  String back();

  @Message("依据")
  String clause();

  @Message("截至 {day}")
  String asOf(String day);

  @Message("已完成 {done} / {all}")
  String progress(String done, String all);

  @Message("目标 {value}")
  String target(String value);

  @Message("数据表")
  String numbers();

  @Message("他人改后为")
  String theirs();

  @Message("{#if count}有两种写法的列在下面，请逐项选定。{#else}请看过本页现在的内容，核对您填的，再提交一次。{/if}")
  String conflict(int count);

  @Message("采用他人所改")
  String takeTheirs();

  @Message("保留我填的")
  String keepMine();

  @Message("选择文件，或拖到此处")
  String drop();

  @Message("已完成")
  String stageDone();

  @Message("进行中")
  String stageNow();

  @Message("未到")
  String stageLater();

  @Message("逾期")
  String stageLate();

  @Message("至少 {least} 个字。")
  String tooShort(int least);

  @Message("最多 {most} 个字。")
  String tooLong(int most);

  @Message("请从列表中选择。")
  String notOnList();

  @Message("地址里的“{value}”本页没有这一项；请用本页上的链接。")
  String notOfPage(String value);

  @Message("不是日期，请写成 2023-03-15。")
  String notADay();

  @Message("早于起始的那一天，中间没有日子。请对调或改正。")
  String beforeTheFirst();

  @Message("应为整数。")
  String notANumber();

  @Message("应为四位年份，例如 2023。")
  String notAYear();

  @Message("您的身份不能办理这一页")
  String roleMissing();

  @Message("您现在以“{role}”的身份办理。这一页由下列身份办理：{roles}。")
  String roleMissingWhy(String role, String roles);

  @Message("没有角色")
  String noRole();

  @Message("、")
  String comma();

  @Message("：")
  String colon();

  @Message("（{unit}）")
  String inUnit(String unit);

  @Message("全部身份")
  String allRoles();

  @Message(
      "{#switch status}{#case 404}请核对编号；也可能它属于别的单位，或者还没有办到这一步。请从列表找起。{#case 409}这一步现在不能办：事情已经往前走了，或者别人刚办过。请打开它看现在的状态，再决定怎么办。{#case 412}别人刚改过。请重新打开，看过现在的内容再办。{#case 503}请稍后再试；没有办成的内容可用浏览器的“后退”找回。{#case 500}请稍后再试；再出现时请把下面的编号告诉运维人员。{#case 403}这不归您的账号看或者办。需要的，请有这个职责的人办；回到刚才的页面用浏览器的“后退”。{#else}请用浏览器的“后退”回到刚才的页面，按提示改过再提交。{/switch}")
  String refusedNext(int status);

  @Message("已经办成，正在等页面更新")
  String notYetShown();

  @Message("刚才办的已经存下，列表和详情稍后才看得到。本页每隔几秒自动再看一次，请不要重新提交。")
  String notYetShownNext();

  @Message("登录已结束，刚才的内容没有办理")
  String ended();

  @Message("请在新窗口重新登录，再回到这个窗口，用浏览器的“后退”回到表单：填过的内容还在，重新提交即可。")
  String endedWhy();

  @Message("在新窗口登录")
  String endedAgain();

  @Message("选")
  String picked();

  @Message("勾选 {what}")
  String pick(String what);

  @Message("公示")
  String published();

  @Message("双随机、一公开 公示")
  String portalName();

  @Message("随机抽取检查对象 · 随机选派执法人员 · 结果向社会公开")
  String portalMotto();

  @Message("查公示结果")
  String searchResults();

  @Message("流程和权利")
  String guide();

  @Message("本页面内容由事件日志生成，每次抽取均可下载验证包自行复核。")
  String portalFoot();

  @Message("在线验证")
  String verify();

  @Message("公平性监测")
  String fairness();

  @Message("开放数据")
  String openData();

  @Message("公众来信")
  String letters();

  @Message("账本检查点")
  String anchors();

  @Message("单位")
  String bureaus();

  @Message("抽查公示单位")
  String chooseBureau();

  @Message("统一社会信用代码")
  String creditCode();

  @Message("行政区划")
  String region();

  @Message("文件超过限额，没有收到。限额写在选文件的地方；请换小一些的文件再交。")
  String fileTooLarge();

  @Message("返回公示首页")
  String toPortal();

  @Message("请核对地址，或从公示首页找起：首页上有当年的数字、各项公告和逾期的事项。")
  String lookAgain();
}

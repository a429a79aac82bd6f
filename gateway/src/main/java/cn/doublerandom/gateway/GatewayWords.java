package cn.doublerandom.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says; English stands in {@code messages/gateway_en.properties}. */
@MessageBundle("gateway")
public interface GatewayWords {
  @Message("没有待办。")
  String nothingWaits();

  @Message("{day} 前")
  String before(String day);

  @Message("{left}（{day} 前）")
  String left(String left, String day);

  @Message("本年一览")
  String year();

  @Message("最近办理")
  String recent();

  @Message("近期没有办理记录。")
  String nothingDone();

  @Message("我提出的，未获同意")
  String told();

  @Message("我办理的")
  String own();

  @Message("本机关办理的")
  String ofBureau();

  @Message("理由：{why}")
  String because(String why);

  @Message("没有写明理由。")
  String noReason();

  @Message("{by}　{on}")
  String byOn(String by, String on);

  @Message("共 {total} 件，这里列出最早的 {count} 件。")
  String more(long total, int count);

  @Message("您现在的身份没有要在这里办理的待办；要看的内容都在左侧菜单里。")
  String noLists();

  @Message("我的身份")
  String me();

  @Message("姓名")
  String name();

  @Message("账号")
  String account();

  @Message("角色")
  String role();

  @Message("没有角色")
  String noRole();

  @Message("单位")
  String unit();

  @Message("未注明")
  String notSaid();

  @Message("机关")
  String bureau();

  @Message("双随机、一公开")
  String suite();

  @Message("English")
  String otherLanguage();

  @Message("让这台设备信任本系统")
  String trustTitle();

  @Message("本系统在局域网内使用自己签发的证书。设备信任它之后，浏览器才允许拍照、扫码、离线填写和在本机生成见证随机数。每台设备只需做一次。")
  String trustWhy();

  @Message("下载证书文件：")
  String trustLoad();

  @Message("下载证书（ca.crt）")
  String trustFile();

  @Message("核对指纹：安装时设备会显示 SHA-256 指纹，须与启动窗口里打印的和下面这一行完全一致；不一致就不要安装，并告知运维人员。")
  String trustCompare();

  @Message("安装并信任：")
  String trustInstall();

  @Message("设置 › 安全 › 更多安全设置 › 从存储设备安装证书 › CA 证书，选择 ca.crt。")
  String trustAndroid();

  @Message("用 Safari 下载后，设置 › 已下载描述文件 › 安装；再到 设置 › 通用 › 关于本机 › 证书信任设置 打开开关。")
  String trustApple();

  @Message("设置 › 隐私和安全 › 高级 › 证书与凭据 › 从存储设备安装，选择 ca.crt。")
  String trustHarmony();

  @Message("双击 ca.crt › 安装证书 › 本地计算机 › 放入“受信任的根证书颁发机构”。")
  String trustWindows();

  @Message("打开系统：")
  String trustOpen();

  @Message("证书有效期至 {day}。签发它的私钥在签发后已销毁，无人能再用它签发别的证书；更换主机名或到期后须重新信任。")
  String trustEnds(String day);

  @Message("不信任证书也能在办公电脑上使用；手机则不能拍照、扫码和离线填写，相关页面会说明缺什么。")
  String trustWithout();

  @Message("看板")
  String board();

  @Message("各项数字与其所指页面一致，点开可见明细；各部分分别给出，一个部分停用不影响其他部分。")
  String boardWhat();

  @Message(
      "{#switch group}{#case 'DEADLINES'}时限{#case 'COVERAGE'}年度覆盖率{#case 'PUBLICATION'}公示{#case 'PROBLEMS'}发现问题率（按企业信用风险等级）{#case 'VISITS'}检查进度{#else}{group}{/switch}")
  String boardGroup(String group);

  @Message("绿：正常；黄：3 个工作日内到期；红：已逾期。")
  String boardLights();

  @Message("系统运行")
  String boardParts();

  @Message("部分")
  String boardPart();

  @Message("没有应答")
  String boardSilent();

  @Message("查看检查任务")
  String boardRows();

  @Message("更新于 {time}")
  String boardHeard(String time);

  @Message("实时更新")
  String boardLive();

  @Message("连接中断，正在重新连接；所示为断开前的数字。")
  String boardLost();

  @Message("刷新")
  String boardAgain();

  @Message("还没有可以显示的数字。")
  String boardEmpty();

  @Message("各部分目前都没有给出数字，原因见上方提示；稍后刷新。")
  String boardEmptyWhy();
}

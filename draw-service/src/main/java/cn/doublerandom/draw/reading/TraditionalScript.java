package cn.doublerandom.draw.reading;

import java.util.HashMap;
import java.util.Map;

/**
 * Signs of the traditional script that stand in plan tables, and their simplified forms: some
 * offices' pages are stored or shown in it, and 總體比例不超過5% is a maximum there too.
 */
public final class TraditionalScript {
  private static final String PAIRS =
      "總总體体過过務务稱称對对層层險险類类級级監监發发備备聯联標标數数間间時时門门實实檢检圍围單单編编號号劃划計计內内頻频項项與与關关戶户個个輛辆臺台"
          + "處处萬万兩两約约餘余幾几於于達达隨随機机蓋盖較较風风嚴严確确適适當当應应須须擬拟開开結结為为後后復复雙双終终點点況况運运輸输車车駕驾駛驶員员從从"
          + "業业網网區区縣县鄉乡鎮镇無无貨货場场衛卫辦办專专牽牵頭头參参進进還还遠远經经營营產产農农會会團团導导組组織织設设變变樣样樓楼條条據据証证證证許许"
          + "護护環环質质負负責责請请認认識识議议試试購购費费資资貸贷貿贸賣卖買买銷销鐵铁錄录錯错鏈链鑒鉴閉闭問问閱阅隊队陸陆陽阳階阶際际雜杂離离難难電电靜静"
          + "響响順顺預预領领題题顯显飛飞飯饭館馆馬马騎骑驗验魚鱼鳥鸟麥麦黃黄齊齐齡龄龍龙圖图國国圓圆報报執执廠厂廣广廳厅張张強强彈弹歷历歲岁殘残氣气決决沒没"
          + "測测滿满漢汉災灾狀状獎奖獨独療疗盡尽眾众禮礼種种稅税穩稳筆笔節节範范簡简籌筹糧粮純纯紙纸細细統统絕绝給给維维綜综緊紧線线練练縮缩績绩繼继續续罰罚"
          + "義义習习聞闻聲声職职腦脑舊旧艙舱蘇苏術术補补裝装製制規规視视親亲觀观記记訂订訓训訊讯託托訴诉診诊詞词詢询詳详誠诚誤误說说調调談谈論论諮咨謀谋譯译"
          + "讀读貫贯貼贴賬账賴赖趙赵趨趋軌轨軍军軟软載载輔辅輕轻輪轮轄辖轉转連连遊游遞递選选遺遗郵邮醫医釋释針针鎖锁鄰邻長长傳传價价億亿優优償偿儲储兒儿兌兑"
          + "凍冻創创動动勞劳勢势華华協协廢废彙汇徑径徵征態态慣惯憑凭懲惩懷怀戰战擇择擔担擴扩攝摄攜携敗败敵敌斷断昇升書书東东極极構构槍枪橋桥檔档欄栏權权歸归";

  /** By the traditional sign; found at once, because whole plans are read through it. */
  private static final Map<Integer, Integer> SIMPLE = simple();

  private TraditionalScript() {}

  private static Map<Integer, Integer> simple() {
    Map<Integer, Integer> simple = new HashMap<>();
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      simple.putIfAbsent((int) PAIRS.charAt(i), (int) PAIRS.charAt(i + 1));
    }
    return Map.copyOf(simple);
  }

  /** The text in simplified script; other signs stay as they are. */
  public static String simplified(String text) {
    StringBuilder simple = new StringBuilder(text.length());
    text.codePoints().forEach(c -> simple.appendCodePoint(SIMPLE.getOrDefault(c, c)));
    return simple.toString();
  }
}

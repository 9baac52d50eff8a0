/** 关于: versions, the dates of the law data, what the app is and is not, licences. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ApiResult } from '../../../shared/api.ts';
import { holidayYears } from '../../../shared/law/calendar.ts';
import { LPR_LAST_VERIFIED } from '../../../shared/law/lpr.ts';
import {
  LAW_CHECKED,
  LAW_DATABASE_SYNCED,
  statute,
  statuteIds,
  statuteName,
} from '../../../shared/law/statutes.ts';
import { call } from '../../bridge.ts';
import { dateWords, Page, Section } from '../../components/index.ts';
import { sayError } from '../../state/feedback.ts';
import { goPage } from '../../state/navigation.ts';
import '../../theme/blocks.css';
import './about.css';

/** Works shipped inside the app, with their licences; the full texts are in its folder. */
const LICENCES = [
  ['Electron、Chromium、Node.js', 'MIT、BSD 等'],
  ['React、Ant Design、date-fns、zod', 'MIT'],
  ['pdf.js', 'Apache-2.0'],
  ['docx、pdf-lib', 'MIT'],
  ['Typst', 'Apache-2.0'],
  ['SQLite3 Multiple Ciphers、better-sqlite3', 'MIT'],
  ['Noto Serif SC、Noto Sans SC 字体', 'SIL OFL 1.1'],
] as const;

export default function AboutPage() {
  const [info, setInfo] = useState<ApiResult['app.info'] | null>(null);
  useEffect(() => {
    call('app.info', {}).then(setInfo).catch(sayError);
  }, []);
  const years = holidayYears.filter((y) => y.verified).map((y) => y.year);
  return (
    <Page title="关于" lead="借据帮您把借条、流水和聊天记录整理成法院能收的材料。">
      <Section title="请先知道">
        <ul className="about-list">
          <li>软件不是律师，也不保证胜诉。它告诉您已经证明了什么、还缺什么、法律怎么规定。</li>
          <li>金额大、对方否认、涉及公司或刑事的，请先咨询律师或当地法律援助机构（12348）。</li>
          <li>案件内容只存在这台电脑的加密文件里，软件不联网，不上传。</li>
        </ul>
      </Section>
      <Section title="版本">
        <dl className="facts">
          <dt>软件版本</dt>
          <dd>{info?.version ?? ''}</dd>
          <dt>运行环境</dt>
          <dd>{info ? `Electron ${info.electron}（${info.platform}）` : ''}</dd>
        </dl>
      </Section>
      <Section
        title="法律数据"
        lead="法律会变。下面是软件所用数据的核对日期；之后公布的规定不在里面，请自行查证。"
        actions={<Button onClick={() => goPage('settings')}>查看 LPR 表</Button>}
      >
        <dl className="facts">
          <dt>法律状态核对到</dt>
          <dd>{dateWords(info?.lawDataDate ?? LAW_CHECKED)}</dd>
          <dt>法规库同步到</dt>
          <dd>{dateWords(LAW_DATABASE_SYNCED)}</dd>
          <dt>LPR 核对到</dt>
          <dd>{dateWords(info?.lprLastVerified ?? LPR_LAST_VERIFIED)}公布的一期</dd>
          <dt>放假安排</dt>
          <dd>
            {years.at(0)}年至{years.at(-1)}年
          </dd>
        </dl>
        <details className="fold">
          <summary>所引用的法律和司法解释（{statuteIds.length} 件）</summary>
          <ul className="statutes">
            {statuteIds.map((id) => {
              const version = statute(id).versions.at(-1);
              return (
                <li key={id}>
                  {statuteName(id)}
                  <span className="grey">
                    {version ? `　${dateWords(version.from)}起` : ''}
                    {version?.to ? `，至${dateWords(version.to)}` : ''}
                  </span>
                </li>
              );
            })}
          </ul>
        </details>
      </Section>
      <Section title="许可" lead="软件按 MIT 许可发布。所用的开源作品：">
        <dl className="facts">
          {LICENCES.map(([name, licence]) => (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>{licence}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}

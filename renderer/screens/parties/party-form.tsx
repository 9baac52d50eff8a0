/** One party: a natural person or an organisation. */
import { Button } from 'antd';
import { checkIdNumber } from '../../../shared/text/identity.ts';
import { TypedField } from '../../components/fields.tsx';
import {
  CheckField,
  CreditCodeField,
  DateField,
  IdNumberField,
  LongTextField,
  PhoneField,
  RadioField,
  Row,
  Section,
  SelectField,
  TextField,
  YesNoField,
} from '../../components/index.ts';
import { ethnicityText } from '../../components/normalise.ts';
import { EditorHead } from '../../components/split.tsx';
import { setAt, useCase } from '../../state/case-store.ts';
import { BankAccount } from '../enforcement/bank-account.tsx';
import { idTypes, organisationTypes, ownerships, partyRoles, roleWord, sexes } from './words.ts';

/** Keys that only one of the two kinds has. */
const personOnly = [
  'formerName',
  'sex',
  'birthDate',
  'ethnicity',
  'employer',
  'position',
  'habitualResidence',
  'idType',
  'idNumber',
  'tradeName',
  'spouseOfBorrower',
];
const organisationOnly = [
  'registeredAddress',
  'representative',
  'representativePosition',
  'creditCode',
  'type',
  'ownership',
  'ownershipOther',
];

export function PartyForm({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { document, change } = useCase();
  const party = document.parties?.[index];
  if (!party) return null;
  const at = `parties.${index}`;
  const ours = party.role === 'lender';
  const turn = (kind: 'person' | 'organisation') =>
    change((d) => {
      const gone = kind === 'person' ? organisationOnly : personOnly;
      const kept = Object.fromEntries(Object.entries(party).filter(([k]) => !gone.includes(k)));
      return setAt(d, at, { ...kept, kind });
    }, '更改当事人类型');

  return (
    <>
      <EditorHead
        title={party.name || `未填姓名的${roleWord(party.role)}`}
        actions={
          <Button size="small" onClick={onRemove}>
            删除
          </Button>
        }
      />
      <RadioField path={`${at}.role`} label="在案件里是" options={partyRoles} />
      <div className="field">
        <Button
          size="small"
          onClick={() => turn(party.kind === 'person' ? 'organisation' : 'person')}
        >
          {party.kind === 'person' ? '改为公司或其他单位' : '改为自然人'}
        </Button>
      </div>
      {party.kind === 'person' ? (
        <PersonFields at={at} ours={ours} />
      ) : (
        <OrganisationFields at={at} />
      )}
      <Section title="联系和送达">
        <PhoneField
          path={`${at}.phone`}
          label="联系电话"
          hint={
            ours
              ? '法院用它通知您开庭。空着，立案时还会向您要。'
              : '法院用它联系对方。没有电话，送达慢，可能要公告。'
          }
        />
        <Row>
          <TextField path={`${at}.wechat`} label="微信号" hint="对应聊天记录里的那个人。" />
          <TextField path={`${at}.email`} label="电子邮箱" />
        </Row>
        <TextField
          path={`${at}.serviceAddress`}
          label="送达地址"
          placeholder="与住所相同可以不填"
          hint={
            ours
              ? '法院的信寄到这里就算收到，请填一定能收到的地址。空着按住所地。'
              : '对方现在实际住的地方。空着按住所地寄。'
          }
        />
        <TextField path={`${at}.postcode`} label="邮政编码" />
        {ours ? (
          <YesNoField
            path={`${at}.acceptsElectronicService`}
            label="是否接受电子送达"
            hint="同意后，法院可用短信、邮件送达文书。由您自己决定，软件不代选。"
          />
        ) : (
          <CheckField
            path={`${at}.whereaboutsUnknown`}
            label="下落不明，找不到人"
            hint="找不到人的，不能用简易程序和支付令，法院要公告送达。"
          />
        )}
        <LongTextField path={`${at}.note`} label="备注" rows={2} hint="只供您自己看。" />
      </Section>
      {index === (document.parties ?? []).findIndex((p) => p.role === 'lender') ? (
        <Section
          title="收款账户"
          lead="催收通知书、还款协议和执行材料都用它；和“执行”里的是同一个。"
        >
          <BankAccount />
        </Section>
      ) : null}
    </>
  );
}

function PersonFields({ at, ours }: { at: string; ours: boolean }) {
  const { document, change } = useCase();
  const party = document.parties?.[Number(at.split('.')[1])];
  const person = party?.kind === 'person' ? party : undefined;
  const resident = (person?.idType ?? 'residentId') === 'residentId';
  const read = resident ? checkIdNumber(person?.idNumber ?? '') : undefined;
  /** What the number says goes into empty fields at once; what was typed is only changed on request. */
  const fillFrom = (text: string) => {
    const found = resident ? checkIdNumber(text) : undefined;
    if (!found?.valid || person?.birthDate || person?.sex) return;
    change(
      (d) => setAt(setAt(d, `${at}.birthDate`, found.birthDate), `${at}.sex`, found.sex),
      '按身份证填写',
    );
  };
  const differs =
    read?.valid === true && (person?.birthDate !== read.birthDate || person?.sex !== read.sex);
  return (
    <>
      <Section title="身份">
        <TextField
          path={`${at}.name`}
          label="姓名"
          required
          autoFocus={!person?.name}
          hint={
            ours
              ? '与身份证一致；借条、转账上是别的名字的，要有材料说明是同一人。'
              : '与对方身份证一致。名字写错，法院会认为被告不明确而退回。'
          }
        />
        <Row>
          <SelectField
            path={`${at}.idType`}
            label="证件种类"
            options={idTypes}
            fallback="residentId"
          />
          <IdNumberField
            path={`${at}.idNumber`}
            label="证件号码"
            check={resident}
            onLeft={fillFrom}
          />
        </Row>
        <p className="field-hint field-hint-up">
          {ours
            ? '法院要完整号码核对身份；截图、预览里会自动遮住中间几位。'
            : '有号码，法院才能确定被告是谁、查控财产。没有的，可先填地址和电话，立案后申请法院调取。'}
        </p>
        {read?.valid && differs ? (
          <p>
            <Button
              size="small"
              onClick={() =>
                change(
                  (d) => setAt(setAt(d, `${at}.birthDate`, read.birthDate), `${at}.sex`, read.sex),
                  '按身份证填写',
                )
              }
            >
              出生日期、性别和身份证号对不上，按身份证号改
            </Button>
          </p>
        ) : null}
        <Row>
          <DateField path={`${at}.birthDate`} label="出生日期" />
          <RadioField path={`${at}.sex`} label="性别" options={sexes} />
        </Row>
        <Row>
          <TypedField
            path={`${at}.ethnicity`}
            label="民族"
            placeholder="例如 汉族"
            normalise={ethnicityText}
          />
          <TextField path={`${at}.formerName`} label="曾用名" />
        </Row>
        <Row>
          <TextField path={`${at}.employer`} label="工作单位" hint="执行时可查工资。" />
          <TextField path={`${at}.position`} label="职务或职业" />
        </Row>
      </Section>
      <Section title="住址">
        <TextField
          path={`${at}.domicile`}
          label="住所地（户籍所在地）"
          placeholder="省、市、区县、街道门牌"
          hint="决定哪个法院管，也是寄传票的地址。空着，法院无法确定管辖。"
        />
        <TextField
          path={`${at}.habitualResidence`}
          label="经常居住地"
          placeholder="与户籍地相同可以不填"
          hint="离开户籍地连续住满一年的地方；与户籍地不同的，按这里定法院。"
        />
        <TextField
          path={`${at}.tradeName`}
          label="个体工商户字号"
          placeholder="没有可以不填"
          hint="以店铺名义借款的才填，文书会写成“字号（经营者：姓名）”。"
        />
        {ours ? null : (
          <CheckField
            path={`${at}.spouseOfBorrower`}
            label="是借款人的配偶"
            hint="配偶共同签名、事后认账，或钱用于家庭生活的，可以一并起诉；执行阶段再加配偶很难。"
          />
        )}
      </Section>
    </>
  );
}

function OrganisationFields({ at }: { at: string }) {
  const { document } = useCase();
  const party = document.parties?.[Number(at.split('.')[1])];
  const other = party?.kind === 'organisation' && party.ownership === 'other';
  return (
    <Section title="单位">
      <TextField
        path={`${at}.name`}
        label="名称"
        required
        hint="与营业执照一致，写全称。写简称，法院会退回补正。"
      />
      <CreditCodeField
        path={`${at}.creditCode`}
        label="统一社会信用代码"
        hint="在国家企业信用信息公示系统可以查到。空着，法院要您补。"
      />
      <TextField
        path={`${at}.domicile`}
        label="住所地（主要办事机构所在地）"
        hint="决定哪个法院管，也是寄传票的地址。"
      />
      <TextField
        path={`${at}.registeredAddress`}
        label="注册地、登记地"
        placeholder="与住所地相同可以不填"
      />
      <Row>
        <TextField path={`${at}.representative`} label="法定代表人或负责人" />
        <TextField path={`${at}.representativePosition`} label="职务" />
      </Row>
      <Row>
        <SelectField path={`${at}.type`} label="类型" options={organisationTypes} clearable />
        <SelectField path={`${at}.ownership`} label="所有制性质" options={ownerships} clearable />
      </Row>
      {other ? <TextField path={`${at}.ownershipOther`} label="所有制（其他）" /> : null}
    </Section>
  );
}

/** Numbers that carry their own check: identity card, credit code, phone. The check advises, never blocks. */
import { checkCreditCode, checkIdNumber, checkMobile } from '../../shared/text/identity.ts';
import { TypedField } from './fields.tsx';
import { compactText } from './normalise.ts';
import { type FieldProps, useField } from './use-field.ts';

function Advice({ value, reason }: { value: string; reason: string | undefined }) {
  if (value === '' || reason === undefined) return null;
  return (
    <div className="field-advice" role="status">
      {reason}。已按您填的保存。
    </div>
  );
}

/** 公民身份号码: length, birth date and check character are looked at, when it is a resident's. */
export function IdNumberField(
  p: FieldProps & { check?: boolean; onLeft?: (text: string) => void },
) {
  const { text } = useField(p.path, p.label);
  const result = checkIdNumber(text);
  return (
    <TypedField
      {...p}
      width={p.width ?? 360}
      placeholder={p.placeholder ?? (p.check === false ? '证件号码' : '18 位身份证号码')}
      normalise={(t) => compactText(t).toUpperCase()}
      adviceWhenLeft={<Advice value={p.check === false ? '' : text} reason={result.reason} />}
    />
  );
}

/** 统一社会信用代码. */
export function CreditCodeField(p: FieldProps) {
  const { text } = useField(p.path, p.label);
  return (
    <TypedField
      {...p}
      width={p.width ?? 360}
      placeholder={p.placeholder ?? '18 位统一社会信用代码'}
      normalise={(t) => compactText(t).toUpperCase()}
      adviceWhenLeft={<Advice value={text} reason={checkCreditCode(text).reason} />}
    />
  );
}

/** A telephone number; fixed lines are taken as they are. */
export function PhoneField(p: FieldProps) {
  const { text } = useField(p.path, p.label);
  const reason =
    text.startsWith('0') || text.startsWith('400') ? undefined : checkMobile(text).reason;
  return (
    <TypedField
      {...p}
      width={p.width ?? 280}
      inputMode="tel"
      placeholder={p.placeholder ?? '手机或固定电话'}
      normalise={(t) => checkMobile(t).normalised ?? t.trim()}
      adviceWhenLeft={<Advice value={text} reason={reason} />}
    />
  );
}

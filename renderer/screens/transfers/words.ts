import type { Option } from '../../components/option.ts';

export const methods: readonly Option[] = [
  { value: 'bank', label: '银行转账' },
  { value: 'wechat', label: '微信' },
  { value: 'alipay', label: '支付宝' },
  { value: 'cash', label: '现金' },
  { value: 'other', label: '其他' },
];
export const methodWord = (m: string | undefined): string =>
  methods.find((x) => x.value === (m ?? 'bank'))?.label ?? '';

/** antd's tokens: ink blue to act, seal red for the urgent and irrevocable, ochre for attention, green sparingly. */
import { type ThemeConfig, theme } from 'antd';

const FONT =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

const shared = {
  fontFamily: FONT,
  fontSize: 15,
  lineHeight: 1.6,
  borderRadius: 4,
  controlHeight: 36,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
  wireframe: false,
} as const;

const components = {
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  Input: { activeShadow: 'none' },
} as const;

/** antd derives these from the primary colour; in the dark that is too dim to be read under the pointer. */
const darkButton = {
  defaultHoverColor: '#b3d0ec',
  defaultHoverBorderColor: '#94bbe0',
  defaultActiveColor: '#94bbe0',
  defaultActiveBorderColor: '#94bbe0',
} as const;

/** The theme for the system's colour scheme; `still` when the user asked for less motion. */
export function themeFor(dark: boolean, still: boolean): ThemeConfig {
  const token = dark
    ? {
        colorPrimary: '#3a75ac',
        colorInfo: '#3a75ac',
        colorLink: '#94bbe0',
        colorLinkHover: '#b3d0ec',
        colorError: '#e0776a',
        colorWarning: '#d9a441',
        colorSuccess: '#78b48b',
        colorBgBase: '#17191c',
        colorBgLayout: '#17191c',
        colorBgContainer: '#1f2226',
        colorBgElevated: '#26292e',
        colorTextBase: '#e6e3dc',
        colorTextPlaceholder: '#8d9197',
        colorBorder: '#4b5058',
        colorBorderSecondary: '#33373d',
      }
    : {
        colorPrimary: '#1f4b75',
        colorInfo: '#1f4b75',
        colorLink: '#1f4b75',
        colorLinkHover: '#2f6599',
        colorError: '#a8281e',
        colorWarning: '#8a5a00',
        colorSuccess: '#2e6b45',
        colorBgBase: '#fffdf9',
        colorBgLayout: '#faf7f1',
        colorBgContainer: '#fffdf9',
        colorBgElevated: '#fffdf9',
        colorTextBase: '#22262b',
        colorTextPlaceholder: '#6e7177',
        colorBorder: '#c9c2b4',
        colorBorderSecondary: '#e4ded2',
      };
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...shared, ...token, motion: !still },
    components: dark
      ? { ...components, Button: { ...components.Button, ...darkButton } }
      : components,
  };
}

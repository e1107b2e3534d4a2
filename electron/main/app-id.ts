/** What the program is called where systems tell programs apart: packages, shortcuts, the taskbar. */
export const APP_ID = 'cn.pingyi.app'
